-- Today's awards in the order of amounts.
SELECT '' AS measure, s.fiscal_year, p.key AS program_key, s.state, s.amount_usd, s.amount_usd AS counted_usd
FROM award_span s
CROSS JOIN program p ON p.rowid = s.program
WHERE s.until_on = '9999-12-31' AND s.amount_usd IS NOT NULL
ORDER BY ifnull(-s.amount_usd, 9223372036854775807);
