-- with: example_money
-- The requirement in force that reaches money of most jurisdictions, with that program, measure and year. Of the jurisdictions asked
-- for one that has ended will do where none in force is on a program that they have money of.
SELECT facet, value
FROM (
    WITH [[? j: own_money AS MATERIALIZED (
        SELECT jurisdiction_key, program_key, fiscal_year, measure FROM money WHERE jurisdiction_key IN (:j*) AND counted_usd > 0
    ), ]]
    best AS MATERIALIZED (
        SELECT q.key AS requirement_key, m.program_key, m.measure, m.fiscal_year
        FROM requirement q
        JOIN requirement_program p ON p.requirement_key = q.key
        JOIN [[^ j: example_money ]] [[? j: own_money ]] m
             ON m.program_key = p.program_key AND m.fiscal_year BETWEEN p.fy_from AND ifnull(p.fy_to, 9999)
        WHERE q.effective_on <= :as_of [[^ j: AND (q.ended_on IS NULL OR q.ended_on > :as_of) ]]
        GROUP BY q.key, m.program_key, m.measure, m.fiscal_year
        ORDER BY [[? j: ifnull(q.ended_on <= :as_of, 0), ]] count(*) DESC, m.fiscal_year DESC, q.key, m.program_key, m.measure
        LIMIT 1
    )
    SELECT 'requirement' AS facet, requirement_key AS value FROM best
    UNION ALL SELECT 'program', program_key FROM best
    UNION ALL SELECT 'measure', measure FROM best
    UNION ALL SELECT 'fy', fiscal_year || '' FROM best
)
