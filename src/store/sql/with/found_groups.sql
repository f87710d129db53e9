-- with: jurisdiction_found
-- How many of those found are of each state and kind, by what was counted in advance.
-- Those of a size are counted by groups where what is kept tells it.
-- when: sized_all = ^ @few, state ? @kept ? @sized
-- Where only states, kinds, positions and demands that do not name them narrow: if the others, which nothing names, are found, those that
-- are not (-1); or else those that are (1).
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
