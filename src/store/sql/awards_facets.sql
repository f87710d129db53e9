-- with: award_cells, award_levels, margins, margin_counts
-- By the margins or levels where they tell, else award by award.
SELECT c.facet, c.value, p.short_name AS label, sum(c.row_count) AS row_count, NULL AS record_url
FROM (
    SELECT 'fy' AS facet, CAST(fiscal_year AS TEXT) AS value, award_count AS row_count
    FROM margins WHERE measure = 'award' AND award_count > 0
    UNION ALL
    SELECT facet, value, award_count FROM margin_counts WHERE measure = 'award' AND award_count > 0
    UNION ALL
    SELECT f.key, iif(f.key = 'program', (SELECT p.key FROM program p WHERE p.rowid = CAST(e.key AS INTEGER)), e.key), e.value
    FROM (SELECT counts_of('fy', fiscal_year, 'program', program, 'state', nullif(state, '')) AS counts FROM award_cells) x
    JOIN json_each(x.counts) f
    JOIN json_each(f.value) e
    [[? @levelled: UNION ALL
    SELECT facet, value, row_count FROM level_counts
    UNION ALL
    SELECT f.key, iif(f.key = 'program', (SELECT p.key FROM program p WHERE p.rowid = CAST(e.key AS INTEGER)), e.key), e.value
    FROM (SELECT sums_of('fy', fiscal_year, sign, 'program', program, sign, 'state', nullif(state, ''), sign) AS counts FROM edge_cells) x
    JOIN json_each(x.counts) f
    JOIN json_each(f.value) e ]]
) c
LEFT JOIN program p ON c.facet = 'program' AND p.key = c.value
GROUP BY c.facet, c.value
HAVING sum(c.row_count) > 0
ORDER BY c.facet, iif(c.facet = 'fy', c.value, NULL) DESC, row_count DESC, c.value
