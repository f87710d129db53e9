-- Joint awards that two or more of those compared share.
SELECT w.recipient_name || ', ' || p.short_name || ' FY' || w.fiscal_year AS award, '/awards/' || w.key AS award_url,
       group_concat(j.name, ', ') AS shared_by, w.summary, f.sources
FROM award_share s
JOIN award w ON w.key = s.award_key
JOIN program p ON p.key = w.program_key
JOIN jurisdiction j ON j.key = s.jurisdiction_key
JOIN fact f ON f.table_name = 'award' AND f.row_key = w.key AND f.since_on <= :as_of
WHERE s.jurisdiction_key IN (:j*)
  [[ AND p.key IN (:program*) ]]
  [[ AND w.fiscal_year = :fy ]]
  [[ AND w.fiscal_year >= :fy_from ]]
  [[ AND w.fiscal_year <= :fy_to ]]
GROUP BY w.key
HAVING count(*) > 1
ORDER BY w.fiscal_year DESC, w.key
