-- with: effects
SELECT e.ruled_on, e.ruled_on_precision, c.name AS case_name, '/cases/' || c.key AS case_url,
       a.short_name AS authority, e.effect, e.scope, e.from_on, e.from_on_precision,
       e.ended_on AS until_on, e.ended_on_precision AS until_on_precision, e.ended_by AS until_reason,
       e.in_force AS is_current, r.summary AS ruling_summary, e.sources
FROM effects e
JOIN ruling r ON r.key = e.ruling_key
JOIN court_case c ON c.key = e.case_key
JOIN authority a ON a.key = e.authority_key
WHERE e.requirement_key = :key
ORDER BY e.ruled_on DESC, e.key
