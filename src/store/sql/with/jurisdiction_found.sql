-- with: disputes, standings, asked_money
-- The jurisdictions that a question asks for: those that all of its filters leave. How they are found depends on what narrows them:
-- what leaves a few, what is held of them or not asked of them, and how much they have.
-- when: few = ? match, j, demand, case, litigation, standing
-- when: held = ? position, authority, requirement
-- when: chosen = ? @few, @held, not_demand
-- when: sized = ? min, max
-- when: picked = ? @chosen, @sized
-- Those of a size are counted by groups where what is kept tells it; where programs are added up for the question, the list is walked
-- in its order and each looked up among them, or they are looked up in the list.
-- when: sized_all = ^ @few, state ? @kept ? @sized
-- when: added_sized = ^ fy ? program_count ? @sized
-- when: walked = ? @few | ? measure ? limit, state
-- Without a measure, those are left of which anything is known of a program or a year; of one of both, cells tell it.
-- when: narrowed = ^ measure ? program, fy
-- when: known = ^ @of_cells ? @narrowed
-- What is held of each named_jurisdiction.
asked_positions AS NOT MATERIALIZED (
    SELECT jurisdiction_key, authority_key, position
    FROM position_span
    WHERE from_on <= :as_of AND until_on > :as_of
      [[ AND requirement_key = :requirement ]]
      [[ AND authority_key = :authority ]]
    UNION ALL
    SELECT jurisdiction_key, NULL, 'disputed'
    FROM disputes
    WHERE :authority IS NULL
      [[ AND requirement_key = :requirement ]]
),
-- Each named_jurisdiction of which a position asked for is held.
held_of AS NOT MATERIALIZED (
    SELECT jurisdiction_key FROM asked_positions [[ WHERE position IN (:position*) ]]
),
-- The one that stands for all others, which nothing names, where these are asked for.
others AS NOT MATERIALIZED (
    SELECT key FROM named_jurisdiction WHERE key = '' [[? @held: AND key IN (SELECT jurisdiction_key FROM held_of) ]]
),
-- Parties to any case, and those to one that is not known to have ended.
litigants AS NOT MATERIALIZED (
    SELECT jurisdiction_key, 'party' AS litigation FROM case_jurisdiction WHERE since_on <= :as_of
    UNION ALL
    SELECT p.jurisdiction_key, 'open'
    FROM case_jurisdiction p
    JOIN court_case c ON c.key = p.case_key
    WHERE p.since_on <= :as_of AND ifnull(c.closed_on, '9999-12-31') > :as_of
),
-- What each jurisdiction has of any measure. link: as asked_money has it.
any_line AS NOT MATERIALIZED (
    SELECT line
    FROM money_line
    WHERE measure <> ''
      [[^ program: AND program_key = '' ]] [[ AND program_key IN (:program*) ]]
      [[^ fy: AND fiscal_year = 0 ]] [[ AND fiscal_year = :fy ]]
),
line_money AS NOT MATERIALIZED (
    SELECT line, place, group_id, amount_usd, is_counted
    FROM jurisdiction_money
    WHERE [[^ past: until_on = '9999-12-31' ]] [[? past: from_on <= :as_of AND until_on > :as_of ]]
),
any_money AS NOT MATERIALIZED (
    [[? @kept:
    SELECT place AS link, amount_usd FROM line_money WHERE line IN (SELECT line FROM any_line) ]]
    [[^ fy ? program_count:
    SELECT m.place AS link, CAST(ifnull(sum(iif(m.is_counted, m.amount_usd, NULL)), sum(m.amount_usd)) AS INTEGER) AS amount_usd
    FROM line_money m
    CROSS JOIN money_line l ON l.line = m.line
    WHERE m.line IN (SELECT line FROM any_line)
    GROUP BY m.place, l.measure ]]
    [[? @of_cells:
    SELECT jurisdiction_key AS link, CAST(ifnull(sum(counted_usd), sum(amount_usd)) AS INTEGER) AS amount_usd
    FROM money
    WHERE program_key IN (:program*) AND +fiscal_year = :fy
    GROUP BY jurisdiction_key, measure ]]
),
-- Those with an amount of that size: of the measure asked for, or of any. They are read in the order of amounts, or it is looked up
-- whether one is among them (is_sized).
sized AS NOT MATERIALIZED (
    SELECT link
    FROM [[^ measure: any_money ]] [[? measure: asked_money ]]
    WHERE 1 = 1
      [[ AND ifnull(-amount_usd, 9223372036854775807) <= -:min ]]
      [[ AND ifnull(-amount_usd, 9223372036854775807) >= -:max AND amount_usd IS NOT NULL ]]
),
is_sized AS NOT MATERIALIZED (
    SELECT link
    FROM [[^ measure: any_money ]] [[? measure: asked_money ]]
    WHERE 1 = 1 [[ AND +amount_usd >= :min ]] [[ AND +amount_usd <= :max ]]
),
-- Where only states, kinds, positions and demands that do not name them narrow: if the others, which nothing names, are found, those that
-- are not (-1); or else those that are (1).
not_asked AS NOT MATERIALIZED (
    SELECT DISTINCT jurisdiction_key FROM addressee WHERE issued_on <= :as_of [[ AND demand_key IN (:not_demand*) ]]
),
counted_apart AS NOT MATERIALIZED (
    SELECT NULL AS place, NULL AS group_id, 0 AS sign WHERE 0
    [[? @held: UNION ALL
    SELECT j.place, j.group_id, iif(EXISTS (SELECT 1 FROM others), -1, 1)
    FROM named_jurisdiction n
    CROSS JOIN jurisdiction_row j ON j.named_as = n.key
    WHERE n.key <> '' AND j.named_as <> '' AND j.group_id IN (SELECT id FROM paired_groups)
      AND (n.key IN (SELECT jurisdiction_key FROM held_of)) <> EXISTS (SELECT 1 FROM others) ]]
    [[? not_demand: UNION ALL
    SELECT j.place, j.group_id, -1
    FROM not_asked d
    CROSS JOIN jurisdiction_row j ON j.key = d.jurisdiction_key
    WHERE j.group_id IN (SELECT id FROM paired_groups) ]] [[? not_demand ? @held: AND j.named_as IN (SELECT jurisdiction_key FROM held_of) ]]
),
-- Those with an amount of that size, each once, read in the order of amounts; none where the others are not found. Where no
-- measure is asked for, to those who have as much of the measure of which most have something those are added that have it of
-- others only.
most_line AS NOT MATERIALIZED (
    SELECT l.line
    FROM any_line l
    CROSS JOIN jurisdiction_group g ON g.state = '*' AND g.kind = '*'
    CROSS JOIN group_money m ON m.group_id = g.id AND m.line = l.line
    ORDER BY m.row_count DESC, l.line
    LIMIT 1
),
sized_line AS NOT MATERIALIZED (SELECT l.line FROM others o CROSS JOIN [[^ measure: most_line ]] [[? measure: asked_line ]] l),
line_sized AS NOT MATERIALIZED (
    SELECT *
    FROM line_money
    WHERE 1 = 1
      [[ AND ifnull(-amount_usd, 9223372036854775807) <= -:min ]]
      [[ AND ifnull(-amount_usd, 9223372036854775807) >= -:max ]]
),
other_sized AS NOT MATERIALIZED (
    SELECT NULL AS group_id WHERE 0
    [[^ measure: UNION ALL
    SELECT group_id
    FROM (SELECT DISTINCT m.place, m.group_id
          FROM any_line l
          CROSS JOIN line_sized m ON m.line = l.line
          WHERE l.line <> (SELECT line FROM sized_line)
            AND NOT EXISTS (SELECT 1 FROM line_sized x WHERE x.place = m.place AND x.line = (SELECT line FROM sized_line))) ]]
),
-- How many of each group they are: those of at least the nearest size of which it is kept by day (kept_usd), with those between, counted
-- one by one, or without them where that size is below. What is larger than what is asked for at most is taken away again (sign -1).
size_edges AS MATERIALIZED (
    SELECT sign, least_usd,
           CASE WHEN least_usd <= 316228 THEN -9223372036854775807
                WHEN least_usd <= 3162278 THEN 1000000
                WHEN least_usd <= 31622777 THEN 10000000
                WHEN least_usd <= 316227766 THEN 100000000
                WHEN least_usd <= 3162277660 THEN 1000000000
                ELSE 9223372036854775807 END AS kept_usd
    FROM (SELECT 1 AS sign, ifnull(:min, -9223372036854775807) AS least_usd [[ UNION ALL SELECT -1, :max + 1 ]])
),
sized_counts AS NOT MATERIALIZED (
    SELECT m.group_id,
           e.sign * CASE e.kept_usd WHEN -9223372036854775807 THEN m.row_count WHEN 1000000 THEN m.rows_10k
                                    WHEN 10000000 THEN m.rows_100k WHEN 100000000 THEN m.rows_1m WHEN 1000000000 THEN m.rows_10m
                                    ELSE 0 END AS row_count
    FROM sized_line l
    CROSS JOIN jurisdiction_group g
    CROSS JOIN group_money m ON m.line = l.line AND m.group_id = g.id
    CROSS JOIN size_edges e
    WHERE m.from_on = (SELECT max(x.from_on) FROM group_money x
                       WHERE x.line = l.line AND x.group_id = g.id AND x.from_on <= :as_of)
    UNION ALL
    SELECT CAST(c.key AS INTEGER), x.sign * c.value
    FROM (SELECT iif(e.kept_usd > e.least_usd, e.sign, -e.sign) AS sign, counts_of('group', m.group_id) AS counts
          FROM size_edges e
          CROSS JOIN line_money m ON m.line = (SELECT line FROM sized_line)
                                 AND ifnull(-m.amount_usd, 9223372036854775807) <= -min(e.kept_usd, e.least_usd)
                                 AND ifnull(-m.amount_usd, 9223372036854775807) > -max(e.kept_usd, e.least_usd)
          WHERE e.kept_usd <> e.least_usd
          GROUP BY e.sign) x
    JOIN json_each(x.counts) f
    JOIN json_each(f.value) c
    UNION ALL
    SELECT group_id, 1 FROM other_sized
),
sized_groups AS NOT MATERIALIZED (
    SELECT NULL AS state, NULL AS kind, 0 AS row_count WHERE 0
    [[? @sized_all: UNION ALL
    SELECT g.state, g.kind, sum(c.row_count)
    FROM (SELECT group_id, row_count FROM sized_counts
          UNION ALL
          SELECT a.group_id, a.sign FROM counted_apart a WHERE EXISTS (SELECT 1 FROM is_sized s WHERE s.link = a.place)) c
    JOIN paired_groups g ON g.id = c.group_id
    GROUP BY g.id ]]
    [[? @kept ? state: UNION ALL
    SELECT g.state, g.kind, count(*)
    FROM paired_groups g
    CROSS JOIN jurisdiction_row j ON j.state = g.state AND j.kind = g.kind
    WHERE EXISTS (SELECT 1 FROM is_sized s WHERE s.link = j.place)
    GROUP BY g.id ]]
    [[^ @kept: UNION ALL
    SELECT g.state, g.kind, count(*)
    FROM (SELECT DISTINCT +link AS link FROM sized) s
    CROSS JOIN jurisdiction_row j ON s.link = ]] [[^ @kept, fy: j.place ]] [[? @of_cells: j.key ]]
    [[^ @kept: CROSS JOIN paired_groups g ON g.id = j.group_id
    GROUP BY g.id ]]
),
-- Those of which anything is known of a program, or of a year. A page of a list is found in its order; what is counted, by their places.
known_places AS NOT MATERIALIZED (
    SELECT k.place FROM asked_line l JOIN jurisdiction_known k ON k.line = l.line AND k.from_on <= :as_of
),
jurisdiction_found AS NOT MATERIALIZED (
    SELECT j.*
    FROM jurisdiction_row j
    WHERE 1 = 1
      [[ AND j.id IN (SELECT rowid FROM jurisdiction_search WHERE jurisdiction_search MATCH :match) ]]
      [[ AND j.key IN (:j*) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND +j.kind IN (:kind*) ]]
      [[ AND j.key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]]
      [[ AND (SELECT count(DISTINCT a.demand_key) FROM addressee a
              WHERE a.jurisdiction_key = j.key AND a.demand_key IN (:demand*) AND a.issued_on <= :as_of) = :demand_count ]]
      [[ AND j.key IN (SELECT p.jurisdiction_key FROM case_jurisdiction p WHERE p.case_key = :case AND p.since_on <= :as_of) ]]
      [[ AND (SELECT count(*) FROM case_jurisdiction p
              WHERE p.jurisdiction_key = j.key AND p.case_key IN (:case*) AND p.since_on <= :as_of) = :case_count ]]
      [[ AND j.key IN (SELECT jurisdiction_key FROM litigants WHERE litigation = :litigation) ]]
      [[ AND j.key IN (SELECT jurisdiction_key FROM standings WHERE due_state IN (:standing*)) ]]
      [[? @kept ? @sized: AND EXISTS (SELECT 1 FROM is_sized s WHERE s.link = j.place) ]]
      [[? @added_sized ? @walked: AND +j.place IN (SELECT link FROM sized) ]]
      [[^ @walked ? @added_sized: AND j.place IN (SELECT link FROM sized) ]]
      [[^ @few ? @of_cells ? @sized: AND j.key IN (SELECT link FROM sized) ]]
      [[? @of_cells ? @sized ? @few: AND +j.key IN (SELECT link FROM sized) ]]
      [[^ @few ? @known ? limit, state, fy: AND +j.place IN (SELECT place FROM known_places) ]]
      [[^ fy, limit, state, @few ? @known: AND j.place IN (SELECT place FROM known_places) ]]
      [[? @known ? @few:
      AND EXISTS (SELECT 1 FROM jurisdiction_known k
                  WHERE k.place = j.place AND k.line IN (SELECT line FROM asked_line) AND k.from_on <= :as_of) ]]
      [[^ measure, @few ? @of_cells:
      AND +j.key IN (SELECT jurisdiction_key
                     FROM money
                     WHERE measure IN (SELECT measure FROM money_line) AND program_key IN (:program*) AND +fiscal_year = :fy) ]]
      [[^ measure ? @of_cells ? @few:
      AND EXISTS (SELECT 1
                  FROM money m
                  WHERE m.jurisdiction_key = j.key AND m.program_key IN (:program*) AND m.fiscal_year = :fy
                    AND +m.measure IN (SELECT measure FROM money_line)) ]]
      [[? @held: AND +j.named_as IN (SELECT jurisdiction_key FROM held_of) ]]
      [[? not_demand: AND j.key NOT IN (SELECT ifnull(jurisdiction_key, '') FROM not_asked) ]]
),
-- How many those are where only states, kinds, positions and demands that do not name them narrow: all of a named_jurisdiction and a
-- group, less those that are named.
found_parts AS NOT MATERIALIZED (
    SELECT g.state, g.kind, n.named_as, n.row_count
    FROM paired_groups g
    JOIN named_group n ON n.group_id = g.id
    WHERE 1 = 1 [[? @held: AND n.named_as IN (SELECT jurisdiction_key FROM held_of) ]]
    [[? not_demand: UNION ALL
    SELECT j.state, j.kind, j.named_as, -1
    FROM not_asked d
    CROSS JOIN jurisdiction_row j ON j.key = d.jurisdiction_key
    WHERE j.group_id IN (SELECT id FROM paired_groups) ]] [[? not_demand ? @held: AND j.named_as IN (SELECT jurisdiction_key FROM held_of) ]]
)
