SELECT r.ruled_on, q.short_name AS requirement, '/requirements/' || q.key AS requirement_url, e.effect, e.scope, e.from_on,
       CASE WHEN e.until_on <= :as_of THEN e.until_on END AS until_on,
       CASE WHEN e.until_on <= :as_of THEN e.end_reason END AS until_reason,
       e.until_on IS NULL OR e.until_on > :as_of AS is_current, f.sources
FROM ruling r
JOIN ruling_effect e ON e.ruling_key = r.key
JOIN requirement q ON q.key = e.requirement_key
LEFT JOIN fact f ON f.table_name = 'ruling_effect' AND f.row_key = e.key
WHERE r.case_key = :key AND r.ruled_on <= :as_of AND e.from_on <= :as_of
ORDER BY r.ruled_on DESC, q.effective_on, e.key
