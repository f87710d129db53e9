-- A government's amount above what all governments of its state have together: a figure, or what the awards that editors
-- type come to.
WITH typed AS MATERIALIZED (
    SELECT key, jurisdiction_key, program_key, fiscal_year
    FROM award
    WHERE source_key IS NULL AND jurisdiction_key IS NOT NULL
),
amount (table_name, key, jurisdiction_key, program_key, measure, fiscal_year, amount_usd) AS (
    SELECT 'figure', key, jurisdiction_key, program_key, measure, fiscal_year, amount_usd
    FROM figure
    UNION ALL
    SELECT 'award', min(w.key), w.jurisdiction_key, w.program_key, 'award', w.fiscal_year, sum(x.amount_usd)
    FROM award_action x CROSS JOIN typed w ON w.key = x.award_key
    GROUP BY w.jurisdiction_key, w.program_key, w.fiscal_year
)
SELECT f.table_name, f.key, 'amount_usd', 'warning',
       printf('$%,d.%02d', f.amount_usd / 100, abs(f.amount_usd % 100)) || ' is above the amount of the whole state, '
       || printf('$%,d.%02d', s.amount_usd / 100, abs(s.amount_usd % 100)),
       f.amount_usd || '/' || s.amount_usd
FROM amount f
JOIN jurisdiction j ON j.key = f.jurisdiction_key
JOIN jurisdiction t ON t.state = j.state AND t.kind IN ('state', 'territory')
JOIN figure s ON s.jurisdiction_key = t.key AND s.program_key = f.program_key AND s.fiscal_year = f.fiscal_year
             AND s.measure = 'statewide-' || f.measure
WHERE f.amount_usd > s.amount_usd
ORDER BY f.table_name, f.key;
