-- with: funding_sums, margin_counts
SELECT c.facet, c.value, p.short_name AS label, sum(c.row_count) AS row_count, NULL AS record_url
FROM (
    SELECT 'fy' AS facet, CAST(fiscal_year AS TEXT) AS value, row_count FROM funding_sums
    UNION ALL
    SELECT 'measure', measure, row_count FROM funding_sums
    UNION ALL
    SELECT facet, value, row_count FROM margin_counts WHERE row_count > 0
    UNION ALL
    SELECT 'state', state, 1 FROM funding_cells
    UNION ALL
    SELECT 'program', program_key, 1 FROM funding_cells
) c
LEFT JOIN program p ON c.facet = 'program' AND p.key = c.value
GROUP BY c.facet, c.value
ORDER BY c.facet, iif(c.facet = 'fy', c.value, NULL) DESC, row_count DESC, c.value
