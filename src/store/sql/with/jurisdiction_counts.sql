-- with: jurisdiction_found, group_sums
-- How many of those found each value has; of cases, those that several are parties to. Where only states, kinds, a program or a
-- year narrow, states and kinds were counted in advance; positions, which differ by day and reach everybody, are not told
-- then; nor are they and cases where the question is of money. Nobody is told of what is asked for already.
found AS MATERIALIZED (SELECT key, place, state, kind FROM jurisdiction_found),
found_groups AS NOT MATERIALIZED (
    [[^ @picked, program, fy | ^ @picked ? measure: SELECT state, kind, row_count FROM paired_groups ]]
    [[^ measure, @picked, fy, program_count ? program
    | ^ measure, @picked, program ? fy:
    SELECT state, kind, row_count FROM group_sums WHERE id IN (SELECT id FROM paired_groups) ]]
    [[? @picked | ^ measure ? program_count | ^ measure ? program ? fy:
    SELECT state, kind, 1 AS row_count FROM found ]]
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
    [[^ position, measure ? @picked: UNION ALL
    SELECT 'position', p.position, count(DISTINCT p.jurisdiction_key)
    FROM found f
    CROSS JOIN asked_positions p ON p.jurisdiction_key = f.key
    GROUP BY p.position ]]
),
-- Of how many of them anything is known of each program, and of each year; told of all, of those in states and of kinds, and of
-- those few that are named, asked or parties.
known_counts AS MATERIALIZED (
    SELECT NULL AS program_key, NULL AS fiscal_year, 0 AS row_count WHERE 0
    [[^ measure, program, fy, @picked: UNION ALL
    SELECT l.program_key, l.fiscal_year, sum(m.row_count)
    FROM money_line l
    CROSS JOIN asked_groups g
    CROSS JOIN group_money m ON m.line = l.line AND m.group_id = g.id
    WHERE l.measure = ''
      AND m.from_on = (SELECT max(x.from_on) FROM group_money x WHERE x.line = l.line AND x.group_id = g.id AND x.from_on <= :as_of)
    GROUP BY l.program_key, l.fiscal_year ]]
    [[^ measure ? j, demand, case: UNION ALL
    SELECT l.program_key, l.fiscal_year, c.row_count
    FROM (SELECT k.line, count(*) AS row_count
          FROM jurisdiction_known k
          WHERE k.place IN (SELECT place FROM found) AND k.from_on <= :as_of
          GROUP BY k.line) c
    CROSS JOIN money_line l ON l.line = c.line ]]
),
party_counts AS NOT MATERIALIZED (
    [[^ @picked, program, fy, state, kind:
    SELECT case_key, row_count FROM case_size WHERE from_on <= :as_of AND until_on > :as_of AND row_count > 1 ]]
    [[? @picked, program, fy, state, kind:
    SELECT p.case_key, count(*) AS row_count
    FROM case_jurisdiction p
    CROSS JOIN jurisdiction_found f ON f.key = p.jurisdiction_key
    WHERE p.since_on <= :as_of
    GROUP BY p.case_key
    HAVING count(*) > 1 ]]
)
