-- The joint awards in which a jurisdiction asked for has a share; the list has each under the one that received it.
SELECT said('{recipient}, {program} FY{year}', 'recipient', w.recipient_name, 'program', p.short_name,
            'year', w.fiscal_year) AS award,
       '/awards/' || w.key AS award_url,
       j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, s.amount_usd AS share_usd,
       '/funding?j=' || j.key || '&program=' || p.key || '&fy=' || w.fiscal_year || '&measure=joint-share' AS share_usd_url, s.note, f.sources
FROM award_share s
JOIN fact f ON f.table_name = 'award_share' AND f.row_key = s.key AND f.since_on <= :as_of
JOIN award w ON w.key = s.award_key
JOIN program p ON p.key = w.program_key
JOIN jurisdiction_row j ON j.key = s.jurisdiction_key
WHERE w.jurisdiction_key IS NOT s.jurisdiction_key
  [[ AND s.jurisdiction_key IN (:j*) ]]
  [[^ j: AND 0 ]]
  [[ AND p.key IN (:program*) ]]
  [[ AND w.fiscal_year = :fy ]]
  [[ AND w.fiscal_year >= :fy_from ]]
  [[ AND w.fiscal_year <= :fy_to ]]
ORDER BY w.fiscal_year DESC, w.key, s.key
