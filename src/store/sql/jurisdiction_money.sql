-- with: money, stated_figures
-- Every amount of the jurisdiction by itself: each figure with who states it, so that the sides of a conflict stand next
-- to each other; then what its awards and shares come to, a row for each program, year and measure.
SELECT s.fiscal_year, p.short_name AS program, s.measure, s.amount_usd,
       '/funding?j=' || :only || '&program=' || s.program_key || '&fy=' || s.fiscal_year || '&measure=' || s.measure AS amount_usd_url,
       iif(s.counted, 'counted', 'not-counted') AS amount_state,
       NOT s.counted AS is_flagged, s.flag_reason, a.short_name AS authority, s.confidence, s.note, s.sources
FROM stated_figures s
JOIN program p ON p.key = s.program_key
JOIN authority a ON a.key = s.authority_key
UNION ALL
SELECT m.fiscal_year, p.short_name, m.measure, m.counted_usd - ifnull(c.counted_usd, 0),
       '/funding?j=' || :only || '&program=' || m.program_key || '&fy=' || m.fiscal_year || '&measure=' || m.measure, 'counted', 0, NULL, NULL, NULL, NULL,
       m.sources
FROM money m
JOIN program p ON p.key = m.program_key
LEFT JOIN (SELECT program_key, fiscal_year, measure, sum(amount_usd) AS counted_usd
           FROM stated_figures
           WHERE counted
           GROUP BY program_key, fiscal_year, measure) c
       ON c.program_key = m.program_key AND c.fiscal_year = m.fiscal_year AND c.measure = m.measure
WHERE m.jurisdiction_key = :only AND m.measure IN ('award', 'joint-share') AND m.counted_usd IS NOT NULL
  AND m.counted_usd IS NOT c.counted_usd
ORDER BY 1 DESC, 2, 3, 7, 4 DESC
