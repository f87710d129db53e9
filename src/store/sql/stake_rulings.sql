-- Rulings that bar the requirement on the date.
SELECT r.ruled_on, c.name AS case_name, '/cases/' || c.key AS case_url, a.short_name AS authority, e.scope, e.from_on, r.summary, f.sources
FROM ruling_effect e
JOIN ruling r ON r.key = e.ruling_key AND r.ruled_on <= :as_of
JOIN court_case c ON c.key = r.case_key
JOIN authority a ON a.key = r.authority_key
LEFT JOIN fact f ON f.table_name = 'ruling_effect' AND f.row_key = e.key
WHERE e.requirement_key = :requirement AND e.effect = 'bars' AND e.from_on <= :as_of
  AND (e.until_on IS NULL OR e.until_on > :as_of)
ORDER BY r.ruled_on DESC, e.key
