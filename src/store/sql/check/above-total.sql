-- Amounts that add up to more than any total stated for the program and year: those of the states, those of the other
-- governments, and what all governments of a state have together.
WITH stated AS (
    SELECT key, program_key, fiscal_year, measure, amount_usd,
           row_number() OVER (PARTITION BY program_key, fiscal_year, measure ORDER BY amount_usd DESC, key) AS nth
    FROM figure
    WHERE jurisdiction_key IS NULL
),
added AS (
    SELECT f.program_key, f.fiscal_year, replace(f.measure, 'statewide-', '') AS measure,
           CASE WHEN f.measure LIKE 'statewide-%' THEN 'whole states' WHEN j.kind = 'state' THEN 'states'
                ELSE 'other governments' END AS whose,
           sum(f.amount_usd) AS amount_usd
    FROM figure f
    JOIN jurisdiction j ON j.key = f.jurisdiction_key
    WHERE f.counted = 1
    GROUP BY 1, 2, 3, 4
)
SELECT 'figure', s.key, 'amount_usd', 'warning',
       'the stated total is ' || printf('$%,d.%02d', s.amount_usd / 100, s.amount_usd % 100) || '; the counted amounts of '
       || a.whose || ' add up to ' || printf('$%,d.%02d', a.amount_usd / 100, a.amount_usd % 100),
       s.amount_usd || '/' || a.amount_usd
FROM stated s
JOIN added a USING (program_key, fiscal_year, measure)
WHERE s.nth = 1 AND a.amount_usd > s.amount_usd
ORDER BY s.key, a.whose;
