-- with: effects
-- Rulings that bar the requirement on the date.
SELECT e.ruled_on, e.ruled_on_precision, c.name AS case_name, '/cases/' || c.key AS case_url,
       a.short_name AS authority, e.scope, e.from_on, e.from_on_precision, r.summary, e.sources
FROM effects e
JOIN ruling r ON r.key = e.ruling_key
JOIN court_case c ON c.key = e.case_key
JOIN authority a ON a.key = e.authority_key
WHERE e.requirement_key = :requirement AND e.effect = 'bars' AND e.in_force
ORDER BY e.ruled_on DESC, e.key
