-- Amounts of the states, or of the others, that add up to more than any total stated for the program and year.
WITH stated AS (
    SELECT key, program_key, fiscal_year, measure, max(amount_usd) AS amount_usd
    FROM figure
    WHERE jurisdiction_key IS NULL
    GROUP BY program_key, fiscal_year, measure
),
added AS (
    SELECT f.program_key, f.fiscal_year, f.measure, j.kind = 'state' AS of_states, sum(f.amount_usd) AS amount_usd
    FROM figure f
    JOIN jurisdiction j ON j.key = f.jurisdiction_key
    WHERE f.counted = 1
    GROUP BY 1, 2, 3, 4
)
SELECT 'figure', s.key, 'amount_usd', 'warning',
       'the stated total is ' || printf('$%,d.%02d', s.amount_usd / 100, abs(s.amount_usd % 100)) || '; the counted amounts of '
       || iif(a.of_states, 'states', 'other governments') || ' add up to ' || printf('$%,d.%02d', a.amount_usd / 100, abs(a.amount_usd % 100)),
       s.amount_usd || '/' || a.amount_usd
FROM stated s
JOIN added a USING (program_key, fiscal_year, measure)
WHERE a.amount_usd > s.amount_usd
ORDER BY s.key, a.of_states;
