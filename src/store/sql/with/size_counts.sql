-- with: jurisdiction_totals
-- How many of those found have an amount of that size or a larger one. value: dollars as addresses have them.
size_counts AS NOT MATERIALIZED (
    SELECT s.place, s.value, CASE s.place WHEN 1 THEN t.rows_10k WHEN 2 THEN t.rows_100k WHEN 3 THEN t.rows_1m ELSE t.rows_10m END AS row_count,
           t.row_count AS all_count
    FROM jurisdiction_totals t
    CROSS JOIN (SELECT 1 AS place, '10000.00' AS value
                UNION ALL SELECT 2, '100000.00' UNION ALL SELECT 3, '1000000.00' UNION ALL SELECT 4, '10000000.00') s
)
