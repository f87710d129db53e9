-- with: example_money
-- The local government, else the state, with most years of one measure of one program.
SELECT facet, value
FROM (
    WITH best AS (
        SELECT j.key, m.measure, m.program_key
        FROM example_money m
        JOIN jurisdiction j ON j.key = m.jurisdiction_key
        GROUP BY j.key, m.measure, m.program_key
        ORDER BY j.kind IN ('state', 'territory'), count(DISTINCT m.fiscal_year) DESC, sum(m.counted_usd) DESC, j.key, m.measure, m.program_key
        LIMIT 1
    )
    SELECT 'j' AS facet, key AS value FROM best
    UNION ALL SELECT 'program', program_key FROM best
    UNION ALL SELECT 'measure', measure FROM best
)
