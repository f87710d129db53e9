-- with: effects
-- Rulings in force that reach every jurisdiction: the list has them only beside another position on one.
SELECT e.ruled_on, e.ruled_on_precision, c.name AS case_name, '/cases/' || c.key AS case_url, a.short_name AS authority,
       q.short_name AS requirement, '/requirements/' || q.key AS requirement_url, e.effect, e.sources
FROM effect_reach x
JOIN effects e ON e.key = x.effect_key
JOIN court_case c ON c.key = e.case_key
JOIN authority a ON a.key = e.authority_key
JOIN requirement q ON q.key = e.requirement_key
WHERE x.jurisdiction_key = '' AND e.in_force
  [[ AND e.requirement_key = :requirement ]]
  [[ AND e.authority_key = :authority ]]
  [[ AND CASE e.effect WHEN 'bars' THEN 'barred-by-court' WHEN 'allows' THEN 'allowed-by-court' END IN (:position*) ]]
ORDER BY e.ruled_on DESC, e.key
