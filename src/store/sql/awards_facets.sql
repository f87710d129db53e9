-- with: award_cells, margins, margin_counts
-- By the margins where they tell, else award by award.
SELECT c.facet, c.value, p.short_name AS label, sum(c.row_count) AS row_count, NULL AS record_url
FROM (
    SELECT 'fy' AS facet, CAST(fiscal_year AS TEXT) AS value, award_count AS row_count
    FROM margins WHERE measure = 'award' AND award_count > 0
    UNION ALL
    SELECT facet, value, award_count FROM margin_counts WHERE measure = 'award' AND award_count > 0
    UNION ALL
    SELECT 'fy', CAST(fiscal_year AS TEXT), 1 FROM award_cells
    UNION ALL
    SELECT 'state', state, 1 FROM award_cells WHERE state IS NOT NULL
    UNION ALL
    SELECT 'program', replace(program_url, '/programs/', ''), 1 FROM award_cells WHERE program_url IS NOT NULL
) c
LEFT JOIN program p ON c.facet = 'program' AND p.key = c.value
GROUP BY c.facet, c.value
ORDER BY c.facet, iif(c.facet = 'fy', c.value, NULL) DESC, row_count DESC, c.value
