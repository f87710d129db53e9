-- with: effects
SELECT e.ruled_on, e.ruled_on_precision, q.short_name AS requirement, '/requirements/' || q.key AS requirement_url,
       e.effect, e.scope, e.from_on, e.from_on_precision,
       e.ended_on AS until_on, e.ended_on_precision AS until_on_precision, e.ended_by AS until_reason,
       e.in_force AS is_current, x.confidence, e.note, e.sources
FROM effects e
JOIN ruling_effect x ON x.key = e.key
JOIN requirement q ON q.key = e.requirement_key
WHERE e.case_key = :key
ORDER BY e.ruled_on DESC, q.effective_on, e.key
