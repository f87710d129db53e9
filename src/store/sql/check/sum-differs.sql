-- Amounts of whole states, where nearly every state has one (some have no award), that add up to none of the totals
-- stated for the program and year.
WITH added AS (
    SELECT max(key) AS key, program_key, fiscal_year, replace(measure, 'statewide-', '') AS measure, count(*) AS states,
           sum(amount_usd) AS amount_usd
    FROM figure
    WHERE measure LIKE 'statewide-%' AND counted = 1
    GROUP BY program_key, fiscal_year, measure
    HAVING count(DISTINCT jurisdiction_key) >= 40
),
compared AS (
    SELECT a.key, a.states, a.amount_usd, max(f.amount_usd) AS stated_usd, max(f.amount_usd = a.amount_usd) AS is_equal
    FROM added a
    JOIN figure f ON f.program_key = a.program_key AND f.fiscal_year = a.fiscal_year AND f.measure = a.measure
                 AND f.jurisdiction_key IS NULL
    GROUP BY a.key
)
SELECT 'figure', key, 'amount_usd', 'warning',
       'the amounts of ' || states || ' states add up to ' || printf('$%,d.%02d', amount_usd / 100, amount_usd % 100)
       || '; the stated total is ' || printf('$%,d.%02d', stated_usd / 100, stated_usd % 100),
       amount_usd || '/' || stated_usd
FROM compared
WHERE NOT is_equal
ORDER BY key;
