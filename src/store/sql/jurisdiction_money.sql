-- with: money, stated_figures
-- Every amount of the jurisdiction by itself: each figure with who states it, so that the sides of a conflict stand next
-- to each other; then what its awards and shares come to, a row for each program, year and measure.
SELECT s.fiscal_year, p.short_name AS program, s.measure, s.amount_usd,
       '/funding?j=' || :only || '&program=' || s.program_key || '&fy=' || s.fiscal_year || '&measure=' || s.measure AS amount_usd_url,
       iif(s.counted, 'counted', 'not-counted') AS amount_state,
       NOT s.counted AS is_flagged, s.flag_reason, a.short_name AS authority, s.confidence, s.note, s.sources,
       [[^ past: NULL ]] [[? past: (SELECT min(o.published_on) FROM citation c JOIN source o ON o.key = c.source_key
                                    WHERE c.table_name = 'figure' AND c.row_key = s.key
                                    HAVING count(*) = count(o.published_on) AND min(o.published_on) > :as_of) ]] AS first_published_on
FROM stated_figures s
JOIN program p ON p.key = s.program_key
JOIN authority a ON a.key = s.authority_key
UNION ALL
SELECT m.fiscal_year, p.short_name, m.measure, m.counted_usd - ifnull(m.stated_usd, 0),
       '/funding?j=' || :only || '&program=' || m.program_key || '&fy=' || m.fiscal_year || '&measure=' || m.measure, 'counted', 0, NULL, NULL, NULL, NULL,
       m.sources, NULL
FROM (SELECT c.*, (SELECT sum(s.amount_usd) FROM stated_figures s
                   WHERE s.program_key = c.program_key AND s.fiscal_year = c.fiscal_year AND s.measure = c.measure AND s.counted) AS stated_usd
      FROM money c
      WHERE c.jurisdiction_key = :only AND +c.measure IN ('award', 'joint-share') AND c.counted_usd IS NOT NULL) m
JOIN program p ON p.key = m.program_key
WHERE m.counted_usd IS NOT m.stated_usd
ORDER BY 1 DESC, 2, 3, 7, 4 DESC, 9, 11, 12
