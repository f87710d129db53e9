-- with: jurisdiction_amounts, found_groups
-- when: known_apart = ^ @few, @held, @sized, program_count ? @known ? not_demand
-- What the money of those found comes to. Where only states and kinds narrow the list, what their groups come to is added up.
found_amounts AS NOT MATERIALIZED (
    [[? @chosen, state: SELECT counted_usd, amount_usd FROM jurisdiction_amounts ]]
    [[^ @chosen, state: SELECT counted_usd, amount_usd FROM asked_money ]]
    [[^ @chosen, state, fy ? program_count ? kind: CROSS JOIN jurisdiction_row j ON j.place = link ]]
    [[^ @chosen, state ? @of_cells ? kind: CROSS JOIN jurisdiction_row j ON j.key = link ]]
    [[^ @chosen, state: WHERE 1 = 1 ]]
      [[^ @chosen, state, @kept ? kind: AND j.group_id IN (SELECT id FROM paired_groups) ]]
      [[^ @chosen, state ? min: AND ifnull(-amount_usd, 9223372036854775807) <= -:min ]]
      [[^ @chosen, state ? max: AND +amount_usd <= :max ]]
),
-- Whether more than half have an amount of that size: then all are told, and those with less are taken away.
most_sized AS NOT MATERIALIZED (
    SELECT [[^ max ? min: ifnull((
        SELECT 2 * sum(CASE e.kept_usd WHEN -9223372036854775807 THEN s.row_count WHEN 1000000 THEN s.rows_10k
                                       WHEN 10000000 THEN s.rows_100k WHEN 100000000 THEN s.rows_1m WHEN 1000000000 THEN s.rows_10m
                                       ELSE 0 END) > sum(s.row_count)
        FROM size_edges e
        CROSS JOIN group_sums s
        WHERE s.id IN (SELECT id FROM asked_groups)), 0) + ]] 0 AS is_so
),
-- The same in parts: what groups come to if the others are found, with those counted apart.
part_amounts AS NOT MATERIALIZED (
    SELECT counted_usd, counted_rows, row_count, rows_10k, rows_100k, rows_1m, rows_10m
    FROM group_sums
    WHERE id IN (SELECT id FROM asked_groups) AND EXISTS (SELECT 1 FROM others)
      [[? @sized: AND (SELECT is_so FROM most_sized) ]]
    [[? @sized: UNION ALL
    SELECT sum(iif(m.is_counted, m.amount_usd, NULL)), sum(m.is_counted), count(*), NULL, NULL, NULL, NULL
    FROM most_sized t
    CROSS JOIN line_sized m
    WHERE NOT t.is_so AND m.line = (SELECT line FROM sized_line) ]]
      [[? @sized ? kind: AND m.group_id IN (SELECT id FROM paired_groups) ]]
    [[^ max ? min: UNION ALL
    SELECT -sum(iif(m.is_counted, m.amount_usd, NULL)), -sum(m.is_counted), -count(*), NULL, NULL, NULL, NULL
    FROM most_sized t
    CROSS JOIN line_money m
    WHERE t.is_so AND m.line = (SELECT line FROM sized_line)
      AND ifnull(-m.amount_usd, 9223372036854775807) > -:min ]]
      [[^ max ? min ? kind: AND m.group_id IN (SELECT id FROM paired_groups) ]]
    UNION ALL
    SELECT c.sign * m.counted_usd, c.sign * (m.counted_usd IS NOT NULL), c.sign * (m.amount_usd IS NOT NULL), c.sign * (m.amount_usd >= 1000000),
           c.sign * (m.amount_usd >= 10000000), c.sign * (m.amount_usd >= 100000000), c.sign * (m.amount_usd >= 1000000000)
    FROM counted_apart c
    CROSS JOIN asked_money m ON m.link = c.place
    WHERE 1 = 1 [[ AND m.amount_usd >= :min ]] [[ AND m.amount_usd <= :max ]]
),
amount_sums AS (
    [[^ @picked ? @kept:
    SELECT sum(counted_usd) AS counted_usd, ifnull(sum(counted_rows), 0) AS counted_rows, ifnull(sum(row_count), 0) AS amount_rows,
           sum(rows_10k) AS rows_10k, sum(rows_100k) AS rows_100k, sum(rows_1m) AS rows_1m, sum(rows_10m) AS rows_10m
    FROM group_sums
    WHERE id IN (SELECT id FROM asked_groups) ]]
    [[^ @few, @sized ? @kept ? @held, not_demand:
    SELECT (SELECT ifnull(sum(row_count), 0) FROM found_parts) AS row_count, iif(sum(counted_rows), sum(counted_usd), NULL) AS counted_usd,
           ifnull(sum(counted_rows), 0) AS counted_rows, ifnull(sum(row_count), 0) AS amount_rows, sum(rows_10k) AS rows_10k,
           sum(rows_100k) AS rows_100k, sum(rows_1m) AS rows_1m, sum(rows_10m) AS rows_10m
    FROM part_amounts ]]
    [[? @sized_all:
    SELECT ifnull(sum(row_count), 0) AS row_count, iif(sum(counted_rows), sum(counted_usd), NULL) AS counted_usd,
           ifnull(sum(counted_rows), 0) AS counted_rows, ifnull(sum(row_count), 0) AS amount_rows, NULL AS rows_10k, NULL AS rows_100k,
           NULL AS rows_1m, NULL AS rows_10m
    FROM part_amounts ]]
    [[^ @sized_all ? @sized:
    SELECT count(*) AS row_count, sum(counted_usd) AS counted_usd, count(counted_usd) AS counted_rows, count(amount_usd) AS amount_rows,
           NULL AS rows_10k, NULL AS rows_100k, NULL AS rows_1m, NULL AS rows_10m
    FROM found_amounts ]]
    [[^ @sized ? @few | ^ @sized, @kept:
    SELECT count(*) AS row_count, sum(counted_usd) AS counted_usd, count(counted_usd) AS counted_rows, count(amount_usd) AS amount_rows,
           sum(amount_usd >= 1000000) AS rows_10k, sum(amount_usd >= 10000000) AS rows_100k, sum(amount_usd >= 100000000) AS rows_1m,
           sum(amount_usd >= 1000000000) AS rows_10m
    FROM found_amounts ]]
),
found_total AS NOT MATERIALIZED (
    [[^ @picked, @narrowed: SELECT ifnull(sum(row_count), 0) AS row_count FROM asked_groups ]]
    [[^ @picked, program_count ? @known:
    SELECT ifnull(sum(row_count), 0) AS row_count FROM group_sums WHERE id IN (SELECT id FROM asked_groups) ]]
    [[^ measure, @chosen ? @sized | ^ measure ? @sized_all:
    SELECT ifnull(sum(row_count), 0) AS row_count FROM sized_groups ]]
    [[^ measure, @few, @sized, program, fy ? @held, not_demand: SELECT ifnull(sum(row_count), 0) AS row_count FROM found_parts ]]
    [[? @known_apart:
    SELECT (SELECT ifnull(sum(row_count), 0) FROM group_sums WHERE id IN (SELECT id FROM asked_groups))
           - (SELECT count(*) FROM counted_apart a WHERE a.place IN (SELECT place FROM known_places)) AS row_count ]]
    [[^ measure ? @few | ^ @sized ? @narrowed ? @held | ^ measure, @sized, @kept | ^ measure, @sized_all ? @sized ? @held, not_demand:
    SELECT count(*) AS row_count FROM jurisdiction_found ]]
    [[? @picked ? measure: SELECT NULL AS row_count ]]
),
jurisdiction_totals AS (
    [[^ measure: SELECT row_count, NULL AS counted_usd, 0 AS counted_rows, 0 AS amount_rows FROM found_total ]]
    [[^ @picked ? measure: SELECT f.row_count, s.* FROM found_total f CROSS JOIN amount_sums s ]]
    [[? @picked ? measure: SELECT * FROM amount_sums ]]
)
