-- with: funding_sums
SELECT 'fy' AS facet, CAST(fiscal_year AS TEXT) AS value, NULL AS label, sum(row_count) AS row_count, NULL AS record_url
FROM funding_sums
GROUP BY fiscal_year
UNION ALL
SELECT 'measure', measure, NULL, sum(row_count), NULL
FROM funding_sums
GROUP BY measure
ORDER BY facet, value DESC
