-- with: award_cells, margins, margin_counts
-- By the margins where they tell, else award by award.
SELECT c.facet, c.value, p.short_name AS label, sum(c.row_count) AS row_count, NULL AS record_url
FROM (
    SELECT 'fy' AS facet, CAST(fiscal_year AS TEXT) AS value, award_count AS row_count
    FROM margins WHERE measure = 'award' AND award_count > 0
    UNION ALL
    SELECT facet, value, award_count FROM margin_counts WHERE measure = 'award' AND award_count > 0
    UNION ALL
    SELECT * FROM (
        WITH counted AS MATERIALIZED (
            SELECT counts_of(fiscal_year) AS years, counts_of(program) AS programs, counts_of(nullif(state, '')) AS states FROM award_cells)
        SELECT 'fy', e.key, e.value FROM counted JOIN json_each(counted.years) e
        UNION ALL
        SELECT 'program', p.key, e.value FROM counted JOIN json_each(counted.programs) e CROSS JOIN program p ON p.rowid = CAST(e.key AS INTEGER)
        UNION ALL
        SELECT 'state', e.key, e.value FROM counted JOIN json_each(counted.states) e)
) c
LEFT JOIN program p ON c.facet = 'program' AND p.key = c.value
GROUP BY c.facet, c.value
ORDER BY c.facet, iif(c.facet = 'fy', c.value, NULL) DESC, row_count DESC, c.value
