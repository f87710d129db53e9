-- A government's amount above what all governments of its state have together.
SELECT 'figure', f.key, 'amount_usd', 'warning',
       printf('$%,d.%02d', f.amount_usd / 100, abs(f.amount_usd % 100)) || ' is above the amount of the whole state, '
       || printf('$%,d.%02d', s.amount_usd / 100, abs(s.amount_usd % 100)),
       f.amount_usd || '/' || s.amount_usd
FROM figure f
JOIN jurisdiction j ON j.key = f.jurisdiction_key
JOIN jurisdiction t ON t.state = j.state AND t.kind IN ('state', 'territory')
JOIN figure s ON s.jurisdiction_key = t.key AND s.program_key = f.program_key AND s.fiscal_year = f.fiscal_year
             AND s.measure = 'statewide-' || f.measure
WHERE f.amount_usd > s.amount_usd
ORDER BY f.key;
