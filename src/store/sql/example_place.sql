-- with: money, example_places
-- The local government, else the state, with most years of one measure of one program.
SELECT facet, value
FROM (
    WITH best AS (
        SELECT e.key, m.measure, m.program_key
        FROM example_places e
        JOIN jurisdiction j ON j.key = e.key
        JOIN money m ON m.jurisdiction_key = e.key AND m.counted_usd > 0
        GROUP BY e.key, m.measure, m.program_key
        ORDER BY j.kind IN ('state', 'territory'), count(DISTINCT m.fiscal_year) DESC, sum(m.counted_usd) DESC, e.key, m.measure, m.program_key
        LIMIT 1
    )
    SELECT 'j' AS facet, key AS value FROM best
    UNION ALL SELECT 'program', program_key FROM best
    UNION ALL SELECT 'measure', measure FROM best
)
