-- Fifty billion dollars or more at once, for one government.
WITH amount (table_name, row_key, amount_usd) AS (
    SELECT 'award_action', key, amount_usd FROM award_action
    UNION ALL
    SELECT 'figure', key, amount_usd FROM figure WHERE jurisdiction_key IS NOT NULL
)
SELECT table_name, row_key, 'amount_usd', 'warning',
       printf('%s$%,d.%02d', iif(amount_usd < 0, '-', ''), abs(amount_usd) / 100, abs(amount_usd) % 100)
       || ' is fifty billion dollars or more at once', amount_usd || ''
FROM amount
WHERE amount_usd >= 5000000000000 OR amount_usd <= -5000000000000
ORDER BY table_name, row_key;
