-- with: example_money
-- The program of which most jurisdictions have an award.
SELECT facet, value
FROM (
    WITH best AS (
        SELECT m.program_key
        FROM example_money m
        WHERE m.measure = 'award'
        GROUP BY m.program_key
        ORDER BY count(*) DESC, m.program_key
        LIMIT 1
    )
    SELECT 'program' AS facet, program_key AS value FROM best
    UNION ALL SELECT 'sort', '-amount' FROM best
)
