-- The joint awards in which the jurisdiction has a part, with the parts of all that are known: a row for each part. The
-- award counts once, in full, under its recipient.
SELECT w.key AS award_key, w.fain, '/awards/' || w.key AS record_url, p.short_name AS program, w.fiscal_year, w.recipient_name,
       r.unique_name AS counted_under, '/jurisdictions/' || r.key AS counted_under_url,
       (SELECT sum(x.amount_usd) FROM award_action x WHERE x.award_key = w.key AND x.action_on <= :as_of) AS award_usd,
       w.summary, w.note, j.unique_name AS partner, '/jurisdictions/' || j.key AS partner_url, h.amount_usd AS share_usd,
       iif(h.amount_usd IS NULL, NULL,
           '/funding?j=' || j.key || '&program=' || p.key || '&fy=' || w.fiscal_year || '&measure=joint-share') AS share_usd_url,
       h.note AS share_note, f.sources
FROM award_share o
JOIN fact n ON n.table_name = 'award_share' AND n.row_key = o.key AND n.since_on <= :as_of
JOIN award w ON w.key = o.award_key
JOIN program p ON p.key = w.program_key
LEFT JOIN jurisdiction_row r ON r.key = w.jurisdiction_key
CROSS JOIN award_share h ON h.award_key = w.key
JOIN fact f ON f.table_name = 'award_share' AND f.row_key = h.key AND f.since_on <= :as_of
JOIN jurisdiction_row j ON j.key = h.jurisdiction_key
WHERE o.jurisdiction_key = :key
ORDER BY w.fiscal_year DESC, p.short_name, w.key, j.key <> w.jurisdiction_key, j.unique_name, h.key
