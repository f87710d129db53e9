-- with: found_groups, group_sums
-- when: in_parts = ^ @few, @sized, @narrowed
-- when: one_by_one = ^ @in_parts, @sized_all
-- How many of those found each value has; of cases, those that several are parties to. Where only states, kinds, a program or a
-- year narrow, states and kinds were counted in advance. Of positions, deadlines and cases nothing is told where the question is of
-- money. Nobody is told of what is asked for already.
found_values AS MATERIALIZED (
    SELECT NULL AS facet, NULL AS value, 0 AS row_count WHERE 0
    [[? @one_by_one: UNION ALL
    SELECT f.key, e.key, e.value
    FROM (SELECT counts_of('group', group_id, 'name', named_as) AS counts FROM jurisdiction_found) x
    JOIN json_each(x.counts) f
    JOIN json_each(f.value) e ]]
),
found AS NOT MATERIALIZED (
    [[? @one_by_one: SELECT g.state, g.kind, v.row_count
    FROM found_values v
    CROSS JOIN jurisdiction_group g ON g.id = CAST(v.value AS INTEGER)
    WHERE v.facet = 'group' ]]
    [[? @in_parts: SELECT state, kind, row_count FROM found_parts ]]
    [[? @sized_all: SELECT state, kind, row_count FROM sized_groups ]]
),
-- Those of them that a demand names or that are parties to a case. Where jurisdictions, a demand or a case are asked for those found are
-- few, and all of them do.
asked_found AS MATERIALIZED (
    [[? j, demand, case, litigation, standing: SELECT key FROM jurisdiction_found ]]
    [[^ j, demand, case, litigation, standing:
    SELECT f.key
    FROM (SELECT jurisdiction_key FROM addressee UNION SELECT jurisdiction_key FROM case_jurisdiction) a
    CROSS JOIN jurisdiction_found f ON f.key = a.jurisdiction_key ]]
),
found_groups AS (
    [[^ @picked, @narrowed: SELECT state, kind, row_count FROM paired_groups ]]
    [[^ @picked, program_count ? @known:
    SELECT state, kind, row_count FROM group_sums WHERE id IN (SELECT id FROM paired_groups) ]]
    [[^ @chosen, @sized_all ? @sized:
    SELECT state, kind, row_count FROM sized_groups ]]
    [[? @sized_all, @held, not_demand | ^ measure ? @few | ^ measure, @sized, @kept:
    SELECT state, kind, row_count FROM found ]]
    [[^ @held, not_demand ? @few ? measure: SELECT state, kind, count(*) AS row_count FROM jurisdiction_found GROUP BY group_id ]]
),
-- What is held of those that are picked: asked_positions of each. Those that nothing names are all that are found but for the few that
-- something does.
named_found AS MATERIALIZED (
    SELECT j.named_as
    FROM named_jurisdiction n
    CROSS JOIN jurisdiction_found j ON j.named_as = n.key AND j.named_as <> ''
),
found_names AS MATERIALIZED (
    [[? @one_by_one: SELECT value AS named_as, row_count FROM found_values WHERE facet = 'name' ]]
    [[? @in_parts: SELECT named_as, sum(row_count) AS row_count FROM found_parts GROUP BY named_as ]]
    [[? @sized_all: SELECT named_as, count(*) AS row_count FROM named_found GROUP BY named_as
    UNION ALL
    SELECT '', (SELECT ifnull(sum(row_count), 0) FROM found_groups) - (SELECT count(*) FROM named_found) ]]
),
found_positions AS MATERIALIZED (
    SELECT f.named_as, f.row_count, p.authority_key, p.position
    FROM found_names f
    CROSS JOIN position_span p ON p.jurisdiction_key = f.named_as AND p.from_on <= :as_of AND p.until_on > :as_of
    WHERE 1 = 1
      [[ AND p.requirement_key = :requirement ]]
      [[ AND p.authority_key = :authority ]]
      [[ AND p.position IN (:position*) ]]
    UNION ALL
    SELECT f.named_as, f.row_count, NULL, 'disputed'
    FROM found_names f
    CROSS JOIN disputes d ON d.jurisdiction_key = f.named_as
    WHERE :authority IS NULL
      [[ AND d.requirement_key = :requirement ]]
      [[ AND 'disputed' IN (:position*) ]]
),
found_counts AS (
    SELECT 'kind' AS facet, kind AS value, sum(row_count) AS row_count FROM found_groups GROUP BY kind
    UNION ALL
    SELECT 'state', state, sum(row_count) FROM found_groups GROUP BY state
    [[^ demand ? @picked, @narrowed: UNION ALL
    SELECT 'demand', r.demand_key, count(DISTINCT r.jurisdiction_key)
    FROM asked_found f
    CROSS JOIN addressee r ON r.jurisdiction_key = f.key
    WHERE r.issued_on <= :as_of
    GROUP BY r.demand_key ]]
    [[^ standing, measure ? @picked, program, fy: UNION ALL
    SELECT 'standing', s.due_state, count(DISTINCT s.jurisdiction_key)
    FROM asked_found f
    CROSS JOIN standings s ON s.jurisdiction_key = f.key
    GROUP BY s.due_state ]]
    [[^ litigation, measure ? @picked, program, fy: UNION ALL
    SELECT 'litigation', l.litigation, count(DISTINCT l.jurisdiction_key)
    FROM litigants l
    CROSS JOIN asked_found f ON f.key = l.jurisdiction_key
    GROUP BY l.litigation ]]
    [[^ position, measure ? @chosen: UNION ALL
    SELECT 'position', position, sum(row_count)
    FROM (SELECT DISTINCT position, named_as, row_count FROM found_positions)
    GROUP BY position ]]
    [[^ authority, measure ? @chosen: UNION ALL
    SELECT 'authority', authority_key, sum(row_count)
    FROM (SELECT DISTINCT authority_key, named_as, row_count FROM found_positions)
    WHERE authority_key IN (SELECT a.key FROM authority a WHERE a.authority_kind <> 'jurisdiction')
    GROUP BY authority_key ]]
    [[^ @picked, @narrowed: UNION ALL
    SELECT p.facet, p.value, sum(p.row_count)
    FROM asked_groups g
    CROSS JOIN group_facet p ON p.group_id = g.id
    WHERE p.from_on <= :as_of AND p.until_on > :as_of ]]
    [[^ @picked ? measure: AND p.facet = 'demand' ]]
    [[^ @picked, @narrowed:
    GROUP BY p.facet, p.value ]]
),
-- Of how many of them anything is known of each program, and of each year; told of all, of those in states and of kinds, and of
-- those few that are named, asked or parties; not beside an amount, which another program or year would make another. Beside a
-- program or a year, of which then less may be known, of those few only, from what is known of each.
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
    [[^ measure, @sized, program, fy ? j, demand, case: UNION ALL
    SELECT l.program_key, l.fiscal_year, c.row_count
    FROM (SELECT k.line, count(*) AS row_count
          FROM jurisdiction_found j
          CROSS JOIN jurisdiction_known k ON k.place = j.place AND k.from_on <= :as_of
          GROUP BY k.line) c
    CROSS JOIN money_line l ON l.line = c.line ]]
    [[^ measure, @sized, fy ? program ? j, demand, case: UNION ALL
    SELECT '', m.fiscal_year, count(DISTINCT m.jurisdiction_key)
    FROM jurisdiction_found j
    CROSS JOIN money m ON m.jurisdiction_key = j.key
    WHERE m.measure IN (SELECT measure FROM money_line) AND m.program_key IN (:program*)
    GROUP BY m.fiscal_year ]]
    [[^ measure, @sized, program ? fy ? j, demand, case: UNION ALL
    SELECT m.program_key, 0, count(DISTINCT m.jurisdiction_key)
    FROM jurisdiction_found j
    CROSS JOIN money m ON m.jurisdiction_key = j.key
    WHERE m.measure IN (SELECT measure FROM money_line) AND m.fiscal_year = :fy
    GROUP BY m.program_key ]]
),
party_counts AS NOT MATERIALIZED (
    [[^ @picked, program, fy, state, kind:
    SELECT case_key, row_count FROM case_size WHERE from_on <= :as_of AND until_on > :as_of AND row_count > 1 ]]
    [[? @picked, program, fy, state, kind:
    SELECT p.case_key, count(*) AS row_count
    FROM asked_found f
    CROSS JOIN case_jurisdiction p ON p.jurisdiction_key = f.key
    WHERE p.since_on <= :as_of
    GROUP BY p.case_key
    HAVING count(*) > 1 ]]
)
