-- with: award_cells, margins, margin_counts
-- By the margins where they tell, else award by award; a pass for year and program and a pass for places.
SELECT c.facet, c.value, p.short_name AS label, sum(c.row_count) AS row_count, NULL AS record_url
FROM (
    SELECT 'fy' AS facet, CAST(fiscal_year AS TEXT) AS value, award_count AS row_count
    FROM margins WHERE measure = 'award' AND award_count > 0
    UNION ALL
    SELECT facet, value, award_count FROM margin_counts WHERE measure = 'award' AND award_count > 0
    UNION ALL
    SELECT * FROM (
        WITH of_year AS MATERIALIZED (
            SELECT fiscal_year, program_key, count(*) AS row_count FROM award_cells GROUP BY fiscal_year, program_key)
        SELECT 'fy', CAST(fiscal_year AS TEXT), row_count FROM of_year
        UNION ALL
        SELECT 'program', program_key, row_count FROM of_year WHERE program_key IS NOT NULL
        UNION ALL
        SELECT 'state', j.state, sum(a.row_count)
        FROM (SELECT jurisdiction_key, count(*) AS row_count FROM award_cells GROUP BY jurisdiction_key) a
        JOIN jurisdiction_row j ON j.key = a.jurisdiction_key
        GROUP BY j.state)
) c
LEFT JOIN program p ON c.facet = 'program' AND p.key = c.value
GROUP BY c.facet, c.value
ORDER BY c.facet, iif(c.facet = 'fy', c.value, NULL) DESC, row_count DESC, c.value
