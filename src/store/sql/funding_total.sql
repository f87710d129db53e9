-- with: funding_rows
-- Sums of one measure only: unlike measures are never added.
SELECT count(*) AS row_count, iif(min(measure) = max(measure), sum(counted_usd), NULL) AS total_usd,
       count(counted_usd) AS counted_rows, count(*) - count(counted_usd) AS uncounted_rows, 0 AS empty_rows
FROM funding_rows
