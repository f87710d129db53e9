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
    SELECT * FROM (
        WITH counted AS MATERIALIZED (
            SELECT counts_of(fiscal_year) AS years, counts_of(measure) AS measures, counts_of(state) AS states, counts_of(program_key) AS programs
            FROM funding_cells)
        SELECT 'fy', e.key, e.value FROM counted JOIN json_each(counted.years) e
        UNION ALL
        SELECT 'measure', e.key, e.value FROM counted JOIN json_each(counted.measures) e
        UNION ALL
        SELECT 'state', e.key, e.value FROM counted JOIN json_each(counted.states) e
        UNION ALL
        SELECT 'program', e.key, e.value FROM counted JOIN json_each(counted.programs) e)
) c
LEFT JOIN program p ON c.facet = 'program' AND p.key = c.value
GROUP BY c.facet, c.value
ORDER BY c.facet, iif(c.facet = 'fy', c.value, NULL) DESC, row_count DESC, c.value
