-- with: funding_cells, funding_levels, margins
-- Sums of one measure only: unlike measures are never added.
SELECT ifnull(sum(row_count), 0) AS row_count, iif(min(first) = max(last), sum(counted_usd), NULL) AS total_usd,
       ifnull(sum(counted_rows), 0) AS counted_rows, ifnull(sum(row_count) - sum(counted_rows), 0) AS uncounted_rows,
       0 AS empty_rows
FROM (
    SELECT measure AS first, measure AS last, counted_usd, counted_rows, row_count FROM margins WHERE row_count > 0
    [[? @levelled: UNION ALL SELECT measure, measure, counted_usd, counted_rows, row_count FROM funding_levels ]]
    UNION ALL
    SELECT min(measure), max(measure), sum(counted_usd), count(counted_usd), count(*) FROM funding_cells
)
