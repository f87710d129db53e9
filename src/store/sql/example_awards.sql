-- with: money, example_places
-- The program of which most jurisdictions have an award.
SELECT facet, value
FROM (
    WITH best AS (
        SELECT m.program_key
        FROM example_places e
        JOIN money m ON m.jurisdiction_key = e.key AND m.measure = 'award' AND m.counted_usd > 0
        GROUP BY m.program_key
        ORDER BY count(*) DESC, m.program_key
        LIMIT 1
    )
    SELECT 'program' AS facet, program_key AS value FROM best
    UNION ALL SELECT 'sort', '-amount' FROM best
)
