-- with: jurisdiction_amounts
-- What the money of those found comes to. Where only states and kinds narrow the list, what their groups come to is added up.
group_totals AS NOT MATERIALIZED (
    [[^ @sized, program | ^ @sized, fy, program_count:
    SELECT sum(counted_usd) AS counted_usd, ifnull(sum(counted_rows), 0) AS counted_rows, ifnull(sum(row_count), 0) AS amount_rows,
           sum(rows_10k) AS rows_10k, sum(rows_100k) AS rows_100k, sum(rows_1m) AS rows_1m, sum(rows_10m) AS rows_10m
    FROM group_sums
    WHERE id IN (SELECT id FROM asked_groups) ]]
    [[? @sized | ? program_count | ? program ? fy:
    SELECT sum(counted_usd) AS counted_usd, count(counted_usd) AS counted_rows, count(amount_usd) AS amount_rows,
           sum(amount_usd >= 1000000) AS rows_10k, sum(amount_usd >= 10000000) AS rows_100k, sum(amount_usd >= 100000000) AS rows_1m,
           sum(amount_usd >= 1000000000) AS rows_10m
    FROM asked_money ]]
    [[^ fy ? program_count, @sized ? state, kind | ^ program ? @sized ? state, kind: CROSS JOIN jurisdiction_row j ON j.place = link ]]
    [[? program ? fy ? state, kind: CROSS JOIN jurisdiction_row j ON j.key = link ]]
    [[? @sized | ? program_count | ? program ? fy: WHERE 1 = 1 ]]
      [[? program_count, @sized ? state, kind | ? program ? fy ? state, kind: AND j.group_id IN (SELECT id FROM paired_groups) ]]
      [[ AND ifnull(-amount_usd, 9223372036854775807) <= -:min ]]
      [[ AND amount_usd <= :max ]]
),
jurisdiction_totals AS (
    [[^ measure, @picked, program, fy:
    SELECT ifnull(sum(row_count), 0) AS row_count, NULL AS counted_usd, 0 AS counted_rows, 0 AS amount_rows
    FROM asked_groups ]]
    [[^ measure, @picked, fy, program_count ? program
    | ^ measure, @picked, program ? fy:
    SELECT ifnull(sum(row_count), 0) AS row_count, NULL AS counted_usd, 0 AS counted_rows, 0 AS amount_rows
    FROM group_sums
    WHERE id IN (SELECT id FROM asked_groups) ]]
    [[^ measure, @chosen ? @sized:
    SELECT ifnull(sum(row_count), 0) AS row_count, NULL AS counted_usd, 0 AS counted_rows, 0 AS amount_rows
    FROM sized_groups ]]
    [[^ measure ? @chosen | ^ measure, @sized ? program_count | ^ measure, @sized ? program ? fy:
    SELECT count(*) AS row_count, NULL AS counted_usd, 0 AS counted_rows, 0 AS amount_rows
    FROM jurisdiction_found ]]
    [[? @chosen ? measure:
    SELECT count(*) AS row_count, sum(counted_usd) AS counted_usd, count(counted_usd) AS counted_rows, count(amount_usd) AS amount_rows,
           sum(amount_usd >= 1000000) AS rows_10k, sum(amount_usd >= 10000000) AS rows_100k, sum(amount_usd >= 100000000) AS rows_1m,
           sum(amount_usd >= 1000000000) AS rows_10m
    FROM jurisdiction_amounts ]]
    [[^ @picked ? measure: SELECT (SELECT ifnull(sum(row_count), 0) FROM asked_groups) AS row_count, ]]
    [[^ @chosen ? @sized ? measure: SELECT amount_rows AS row_count, ]]
    [[^ @chosen ? measure: counted_usd, counted_rows, amount_rows, rows_10k, rows_100k, rows_1m, rows_10m FROM group_totals ]]
)
