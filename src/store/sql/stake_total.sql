-- with: stake_rows
SELECT count(*) AS row_count, sum(counted_usd) AS total_usd, count(counted_usd) AS counted_rows,
       count(*) - count(counted_usd) AS uncounted_rows, 0 AS empty_rows
FROM stake_rows
WHERE 1 = 1 [[ AND step = :step ]]
