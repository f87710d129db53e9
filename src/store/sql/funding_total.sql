-- with: funding_rows, margins
-- Sums of one measure only: unlike measures are never added.
SELECT ifnull(sum(row_count), 0) AS row_count, iif(min(measure) = max(measure), sum(counted_usd), NULL) AS total_usd,
       ifnull(sum(counted_rows), 0) AS counted_rows, ifnull(sum(row_count) - sum(counted_rows), 0) AS uncounted_rows,
       0 AS empty_rows
FROM (
    SELECT measure, row_count, counted_usd, counted_rows FROM margins WHERE row_count > 0
    UNION ALL
    SELECT measure, 1, counted_usd, counted_usd IS NOT NULL
    FROM funding_rows
    WHERE coalesce(:j*, :min, :max, NULL) IS NOT NULL
       OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL
)
