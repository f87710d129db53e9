-- How a joint award is divided; the shares are parts of the award and are never added to it.
SELECT j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, s.amount_usd,
       '/funding?j=' || j.key || '&program=' || w.program_key || '&fy=' || w.fiscal_year || '&measure=joint-share' AS amount_usd_url,
       s.confidence, s.note, f.sources
FROM award_share s
JOIN award w ON w.key = s.award_key
JOIN jurisdiction_row j ON j.key = s.jurisdiction_key
JOIN fact f ON f.table_name = 'award_share' AND f.row_key = s.key AND f.since_on <= :as_of
WHERE s.award_key = :key
ORDER BY s.amount_usd DESC, s.key
