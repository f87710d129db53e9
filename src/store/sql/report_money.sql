-- with: funding_rows
-- A sum of one measure only: unlike measures are never added.
SELECT count(*) AS row_count, count(DISTINCT program_key) AS programs_count, min(fiscal_year) AS fy_from,
       max(fiscal_year) AS fy_to, iif(min(measure) = max(measure), measure, NULL) AS measure,
       iif(min(measure) = max(measure), sum(counted_usd), NULL) AS total_usd,
       count(*) FILTER (WHERE counted_usd IS NULL) AS uncounted_rows
FROM funding_rows
