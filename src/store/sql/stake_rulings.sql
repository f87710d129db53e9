-- with: effects, parties
-- Rulings that bar the requirement on the date; where jurisdictions are asked for, those that reach one of them.
SELECT e.ruled_on, e.ruled_on_precision, c.name AS case_name, '/cases/' || c.key AS case_url,
       a.short_name AS authority, e.scope, e.from_on, e.from_on_precision, r.summary, e.sources
FROM effects e
JOIN ruling r ON r.key = e.ruling_key
JOIN court_case c ON c.key = e.case_key
JOIN authority a ON a.key = e.authority_key
WHERE e.requirement_key = :requirement AND e.effect = 'bars' AND e.in_force
  AND e.key IN (SELECT effect_key FROM effect_reach WHERE jurisdiction_key = ''
                UNION ALL
                SELECT x.effect_key
                FROM effect_reach x
                [[? j, state, case, demand: JOIN jurisdiction_row j ON j.key = x.jurisdiction_key ]]
                WHERE 1 = 1
                  [[ AND j.key IN (:j*) ]]
                  [[ AND j.state IN (:state*) ]]
                  [[? case: AND j.key IN (SELECT key FROM parties) ]]
                  [[ AND j.key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]])
ORDER BY e.ruled_on DESC, e.key
