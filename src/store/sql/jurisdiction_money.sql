-- with: money
SELECT m.fiscal_year, p.short_name AS program, m.measure, ifnull(m.counted_usd, m.uncounted_usd) AS amount_usd,
       CASE WHEN m.counted_usd IS NOT NULL THEN 'counted' ELSE 'not-counted' END AS amount_state,
       m.counted_usd IS NULL AS is_flagged, m.flag_reason, m.sources
FROM money m
JOIN program p ON p.key = m.program_key
WHERE m.jurisdiction_key = :key
ORDER BY m.fiscal_year DESC, p.short_name, m.measure
