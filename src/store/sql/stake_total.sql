-- with: stake_parts
SELECT ifnull(sum(row_count), 0) AS row_count, iif(sum(counted_rows) > 0, sum(counted_usd), NULL) AS total_usd,
       ifnull(sum(counted_rows), 0) AS counted_rows, ifnull(sum(row_count) - sum(counted_rows), 0) AS uncounted_rows,
       0 AS empty_rows
FROM stake_parts
WHERE 1 = 1 [[ AND step = :step ]]
