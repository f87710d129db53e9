-- with: example_money
-- Of the demands, if any, the year, program and measure that tell of most of its recipients.
SELECT facet, value
FROM (
    WITH best AS (
        SELECT m.measure, m.program_key, m.fiscal_year, r.demand_key
        FROM example_money m
        LEFT JOIN addressee r ON r.jurisdiction_key = m.jurisdiction_key AND r.issued_on <= :as_of
        GROUP BY m.measure, m.program_key, m.fiscal_year, r.demand_key
        ORDER BY r.demand_key IS NULL, count(*) DESC, m.fiscal_year DESC, m.measure, m.program_key, r.demand_key
        LIMIT 1
    )
    SELECT 'demand' AS facet, demand_key AS value FROM best WHERE demand_key IS NOT NULL
    UNION ALL SELECT 'program', program_key FROM best
    UNION ALL SELECT 'fy', fiscal_year || '' FROM best
    UNION ALL SELECT 'measure', measure FROM best
    UNION ALL SELECT 'sort', '-amount' FROM best
)
