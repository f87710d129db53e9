-- Joint awards that two or more of those compared share.
SELECT said('{recipient}, {program} FY{year}', 'recipient', w.recipient_name, 'program', p.short_name,
            'year', w.fiscal_year) AS award,
       '/awards/' || w.key AS award_url,
       group_concat(j.unique_name, ', ') AS shared_by, w.summary, f.sources
FROM (SELECT DISTINCT s.award_key, j.key, j.unique_name
      FROM award_share s
      JOIN jurisdiction_row j ON j.key = s.jurisdiction_key
      WHERE j.key IN (:j*)
      ORDER BY j.unique_name) j
JOIN award w ON w.key = j.award_key
JOIN program p ON p.key = w.program_key
JOIN fact f ON f.table_name = 'award' AND f.row_key = w.key AND f.since_on <= :as_of
WHERE 1 = 1
  [[ AND p.key IN (:program*) ]]
  [[ AND w.fiscal_year = :fy ]]
  [[ AND w.fiscal_year >= :fy_from ]]
  [[ AND w.fiscal_year <= :fy_to ]]
GROUP BY w.key
HAVING count(*) > 1
ORDER BY w.fiscal_year DESC, w.key
