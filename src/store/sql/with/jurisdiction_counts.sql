-- with: jurisdiction_found
-- How many of those found each value has. Where only states and kinds narrow, that was counted in advance. Nobody is told
-- of a demand that is asked for already.
all_counts AS (SELECT facet, value, row_count FROM jurisdiction_count WHERE state = '' AND kind = ''),
place_counts AS (
    SELECT facet, value, sum(row_count) AS row_count
    FROM jurisdiction_count
    WHERE 1 = 1
      [[^ state: AND state = '' ]] [[ AND state IN (:state*) ]]
      [[^ kind: AND kind = '' ]] [[ AND kind IN (:kind*) ]]
    GROUP BY facet, value
),
found AS MATERIALIZED (SELECT key, state, kind FROM jurisdiction_found),
found_counts AS (
    SELECT 'kind' AS facet, kind AS value, count(*) AS row_count FROM found GROUP BY kind
    UNION ALL
    SELECT 'state', state, count(*) FROM found GROUP BY state
    [[^ demand: UNION ALL
    SELECT 'demand', r.demand_key, count(DISTINCT r.jurisdiction_key)
    FROM found f JOIN demand_recipient r ON r.jurisdiction_key = f.key
    GROUP BY r.demand_key ]]
)
