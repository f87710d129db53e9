-- with: jurisdiction_rows
SELECT count(*) AS row_count, sum(counted_usd) AS total_usd,
       count(*) FILTER (WHERE amount_state = 'counted') AS counted_rows,
       count(*) FILTER (WHERE amount_state = 'not-counted') AS uncounted_rows,
       count(*) FILTER (WHERE amount_state NOT IN ('counted', 'not-counted')) AS empty_rows
FROM jurisdiction_rows
