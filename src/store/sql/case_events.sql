-- What happened in it: what the court ruled, and what the parties settled.
SELECT r.key, r.ruled_on AS event_on, r.ruled_on_precision AS event_on_precision, 'ruling' AS event_kind, r.ruling_kind,
       a.short_name AS authority, r.judge, r.reporter, r.summary, f.sources
FROM ruling r
JOIN authority a ON a.key = r.authority_key
LEFT JOIN fact f ON f.table_name = 'ruling' AND f.row_key = r.key
WHERE r.case_key = :key AND r.ruled_on <= :as_of
UNION ALL
SELECT s.key, s.settled_on, NULL, 'settlement', NULL, NULL, NULL, NULL, s.summary, f.sources
FROM settlement s
LEFT JOIN fact f ON f.table_name = 'settlement' AND f.row_key = s.key
WHERE s.case_key = :key AND s.settled_on <= :as_of
ORDER BY event_on DESC, event_kind, key
