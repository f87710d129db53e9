-- Amounts that add up to something else than their stated total: those of whole states, where nearly every state has one
-- (some have no award), against each total of the program and year; and those that an authority states together with a
-- total which they come near to, counted or not.
WITH whole AS (
    SELECT max(key) AS key, program_key, fiscal_year, replace(measure, 'statewide-', '') AS measure, count(*) AS states,
           sum(amount_usd) AS amount_usd
    FROM figure
    WHERE measure LIKE 'statewide-%' AND counted = 1
    GROUP BY program_key, fiscal_year, measure
    HAVING count(DISTINCT jurisdiction_key) >= 40
),
compared AS (
    SELECT a.key, a.states, a.amount_usd, max(f.amount_usd) AS stated_usd, max(f.amount_usd = a.amount_usd) AS is_equal
    FROM whole a
    JOIN figure f ON f.program_key = a.program_key AND f.fiscal_year = a.fiscal_year AND f.measure = a.measure
                 AND f.jurisdiction_key IS NULL
    GROUP BY a.key
),
parts AS (
    SELECT t.key, count(*) AS governments, sum(f.amount_usd) AS amount_usd, t.amount_usd AS stated_usd
    FROM figure t
    JOIN figure f ON f.program_key = t.program_key AND f.fiscal_year = t.fiscal_year AND f.measure = t.measure
                 AND f.authority_key = t.authority_key AND f.jurisdiction_key IS NOT NULL
    WHERE t.jurisdiction_key IS NULL
    GROUP BY t.key
    HAVING count(*) > 1
)
SELECT 'figure', key, 'amount_usd', 'warning',
       'the amounts of ' || states || ' states add up to ' || printf('$%,d.%02d', amount_usd / 100, amount_usd % 100)
       || '; the stated total is ' || printf('$%,d.%02d', stated_usd / 100, stated_usd % 100),
       amount_usd || '/' || stated_usd
FROM compared
WHERE NOT is_equal
UNION ALL
SELECT 'figure', key, 'amount_usd', 'warning',
       'the amounts that its authority states of ' || governments || ' governments add up to '
       || printf('$%,d.%02d', amount_usd / 100, amount_usd % 100) || '; the stated total is '
       || printf('$%,d.%02d', stated_usd / 100, stated_usd % 100),
       amount_usd || '/' || stated_usd
FROM parts
WHERE amount_usd <> stated_usd AND abs(amount_usd - stated_usd) < stated_usd / 10
ORDER BY 2;
