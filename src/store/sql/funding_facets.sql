-- with: funding_cells, margins, margin_counts
-- By the margins where they tell, else cell by cell.
SELECT c.facet, c.value, p.short_name AS label, sum(c.row_count) AS row_count, NULL AS record_url
FROM (
    SELECT 'fy' AS facet, CAST(fiscal_year AS TEXT) AS value, row_count FROM margins WHERE row_count > 0
    UNION ALL
    SELECT 'measure', measure, row_count FROM margins WHERE row_count > 0
    UNION ALL
    SELECT facet, value, row_count FROM margin_counts WHERE row_count > 0
    UNION ALL
    SELECT f.key, e.key, e.value
    FROM (SELECT counts_of('fy', fiscal_year, 'measure', measure, 'state', state, 'program', program_key) AS counts FROM funding_cells) x
    JOIN json_each(x.counts) f
    JOIN json_each(f.value) e
) c
LEFT JOIN program p ON c.facet = 'program' AND p.key = c.value
GROUP BY c.facet, c.value
ORDER BY c.facet, iif(c.facet = 'fy', c.value, NULL) DESC, row_count DESC, c.value
