-- with: case_line
SELECT r.key, r.ruled_on, r.ruled_on_precision, r.ruling_kind, c.name AS case_name, '/cases/' || c.key AS case_url,
       a.short_name AS authority, r.judge, r.reporter, r.summary, r.confidence, r.note, f.sources
FROM case_line n
JOIN ruling r ON r.case_key = n.case_key AND r.ruled_on <= :as_of
JOIN court_case c ON c.key = r.case_key
JOIN authority a ON a.key = r.authority_key
JOIN fact f ON f.table_name = 'ruling' AND f.row_key = r.key
WHERE n.case_key <> :key
ORDER BY r.ruled_on DESC, r.key
