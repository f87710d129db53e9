-- with: jurisdiction_sums
SELECT count(*) AS row_count,
       [[^ measure: NULL AS total_usd, 0 AS counted_rows, 0 AS uncounted_rows, count(*) AS empty_rows
FROM jurisdiction_found ]]
       [[? measure: sum(counted_usd) AS total_usd, count(counted_usd) AS counted_rows,
       count(amount_usd) - count(counted_usd) AS uncounted_rows, count(*) - count(amount_usd) AS empty_rows
FROM jurisdiction_sums ]]
