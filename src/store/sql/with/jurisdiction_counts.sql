-- with: jurisdiction_found
-- How many of those found each value has; of cases, those that several are parties to. Where only states and kinds narrow,
-- states, kinds and demands were counted in advance, and positions, which differ by day and reach everybody, are not
-- told; nor are they and cases where the question is of money. Nobody is told of what is asked for already.
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
    [[^ position, measure: UNION ALL
    SELECT 'position', p.position, count(DISTINCT p.jurisdiction_key)
    FROM found f
    JOIN asked_positions p ON p.jurisdiction_key = f.key
    GROUP BY p.position ]]
),
party_counts AS NOT MATERIALIZED (
    [[^ match, j, demand, not_demand, position, authority, requirement, program, fy, state, kind:
    SELECT case_key, row_count FROM case_size WHERE from_on <= :as_of AND until_on > :as_of AND row_count > 1 ]]
    [[? match, j, demand, not_demand, position, authority, requirement, program, fy, state, kind:
    SELECT p.case_key, count(*) AS row_count
    FROM case_jurisdiction p
    WHERE p.since_on <= :as_of AND EXISTS (SELECT 1 FROM jurisdiction_found f WHERE f.key = p.jurisdiction_key)
    GROUP BY p.case_key
    HAVING count(*) > 1 ]]
)
