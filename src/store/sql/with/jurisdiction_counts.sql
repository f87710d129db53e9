-- with: jurisdiction_found, group_sums
-- How many of those found each value has; of cases, those that several are parties to. Where only states and kinds narrow,
-- states, kinds and demands were counted in advance, and where a program or year does, states and kinds; positions, which
-- differ by day and reach everybody, are not told then; nor are they and cases where the question is of money. Nobody is
-- told of what is asked for already.
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
found_groups AS MATERIALIZED (
    [[^ match, j, demand, not_demand, case, position, authority, requirement, fy, program_count ? program
    | ^ match, j, demand, not_demand, case, position, authority, requirement, program ? fy:
    SELECT state, kind, row_count FROM group_sums ]]
    [[^ match, j, demand, not_demand, case, position, authority, requirement, program, fy: SELECT state, kind, row_count FROM asked_groups ]]
    [[? match, j, demand, not_demand, case, position, authority, requirement, program_count | ? program ? fy:
    SELECT state, kind, count(*) AS row_count FROM found GROUP BY state, kind ]]
),
found_counts AS (
    SELECT 'kind' AS facet, kind AS value, sum(row_count) AS row_count FROM found_groups GROUP BY kind
    UNION ALL
    SELECT 'state', state, sum(row_count) FROM found_groups GROUP BY state
    [[^ demand: UNION ALL
    SELECT 'demand', r.demand_key, count(DISTINCT r.jurisdiction_key)
    FROM demand_recipient r
    CROSS JOIN jurisdiction_found f ON f.key = r.jurisdiction_key
    GROUP BY r.demand_key ]]
    [[^ position, measure ? match, j, demand, not_demand, case, authority, requirement, program_count | ^ position, measure ? program ? fy: UNION ALL
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
    CROSS JOIN jurisdiction_found f ON f.key = p.jurisdiction_key
    WHERE p.since_on <= :as_of
    GROUP BY p.case_key
    HAVING count(*) > 1 ]]
)
