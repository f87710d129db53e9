-- with: example_money
-- Jurisdictions with several years of the measure and program of which they have most; the year, and the two years, of
-- which most have an amount.
SELECT facet, value
FROM (
    WITH series AS MATERIALIZED (
        SELECT m.jurisdiction_key AS key, m.measure, m.program_key, count(DISTINCT m.fiscal_year) AS years
        FROM example_money m
        GROUP BY m.jurisdiction_key, m.measure, m.program_key
        HAVING count(DISTINCT m.fiscal_year) > 1
    ),
    best AS MATERIALIZED (
        SELECT measure, program_key FROM series
        GROUP BY measure, program_key
        HAVING count(*) > 1
        ORDER BY sum(years) * 1.0 / count(*) DESC, count(*) DESC, measure, program_key
        LIMIT 1
    ),
    places AS MATERIALIZED (
        SELECT s.key, s.years FROM series s JOIN best USING (measure, program_key) ORDER BY s.years DESC, s.key LIMIT 6
    ),
    cells AS MATERIALIZED (
        SELECT m.jurisdiction_key, m.fiscal_year
        FROM places p
        JOIN best b
        JOIN example_money m ON m.jurisdiction_key = p.key AND m.measure = b.measure AND m.program_key = b.program_key
    ),
    pair AS MATERIALIZED (
        SELECT a.fiscal_year AS first, b.fiscal_year AS last
        FROM cells a
        JOIN cells b ON b.jurisdiction_key = a.jurisdiction_key AND b.fiscal_year > a.fiscal_year
        GROUP BY a.fiscal_year, b.fiscal_year
        ORDER BY count(*) DESC, b.fiscal_year - a.fiscal_year DESC, a.fiscal_year
        LIMIT 1
    )
    SELECT 'j' AS facet, key AS value, years FROM places
    UNION ALL SELECT 'program', program_key, 0 FROM best
    UNION ALL SELECT 'measure', measure, 0 FROM best
    UNION ALL SELECT 'fy', last || '', 0 FROM pair
    UNION ALL SELECT 'fy_from', first || '', 0 FROM pair
    UNION ALL SELECT 'fy_to', last || '', 0 FROM pair
)
ORDER BY facet, years DESC, value
