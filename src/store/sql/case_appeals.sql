SELECT c.name AS case_name, '/cases/' || c.key AS case_url, a.short_name AS authority, c.docket, c.filed_on, f.sources
FROM court_case c
JOIN authority a ON a.key = c.authority_key
JOIN fact f ON f.table_name = 'court_case' AND f.row_key = c.key AND f.since_on <= :as_of
WHERE c.appeal_of_key = :key
ORDER BY f.since_on, c.key
