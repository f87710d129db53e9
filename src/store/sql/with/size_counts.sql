-- with: jurisdiction_totals
-- How many of those found have an amount of that size or a larger one. value: dollars as addresses have them.
size_totals AS MATERIALIZED (SELECT row_count, rows_10k, rows_100k, rows_1m, rows_10m FROM jurisdiction_totals),
size_counts AS NOT MATERIALIZED (
    SELECT 1 AS place, '10000.00' AS value, rows_10k AS row_count, row_count AS all_count FROM size_totals
    UNION ALL SELECT 2, '100000.00', rows_100k, row_count FROM size_totals
    UNION ALL SELECT 3, '1000000.00', rows_1m, row_count FROM size_totals
    UNION ALL SELECT 4, '10000000.00', rows_10m, row_count FROM size_totals
)
