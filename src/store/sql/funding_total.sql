-- with: funding_sums
-- Sums of one measure only: unlike measures are never added.
SELECT ifnull(sum(row_count), 0) AS row_count, iif(min(measure) = max(measure), sum(counted_usd), NULL) AS total_usd,
       ifnull(sum(counted_rows), 0) AS counted_rows, ifnull(sum(row_count) - sum(counted_rows), 0) AS uncounted_rows,
       0 AS empty_rows
FROM funding_sums
