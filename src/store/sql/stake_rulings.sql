-- with: effects, parties
-- Rulings that bar the requirement on the date; where jurisdictions are asked for, those that reach one of them.
SELECT e.ruled_on, e.ruled_on_precision, c.name AS case_name, '/cases/' || c.key AS case_url,
       a.short_name AS authority, e.scope, e.from_on, e.from_on_precision, r.summary, e.sources
FROM effects e
JOIN ruling r ON r.key = e.ruling_key
JOIN court_case c ON c.key = e.case_key
JOIN authority a ON a.key = e.authority_key
WHERE e.requirement_key = :requirement AND e.effect = 'bars' AND e.in_force
  AND EXISTS (SELECT 1 FROM effect_reach x
              WHERE x.effect_key = e.key
                AND (x.jurisdiction_key = '' OR x.jurisdiction_key IN (
                     SELECT j.key FROM jurisdiction_row j
                     WHERE 1 = 1
                       [[ AND j.key IN (:j*) ]]
                       [[ AND j.state IN (:state*) ]]
                       [[? case: AND j.key IN (SELECT key FROM parties) ]]
                       [[ AND j.key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]])))
ORDER BY e.ruled_on DESC, e.key
