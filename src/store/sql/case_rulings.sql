SELECT r.key, r.ruled_on, r.ruled_on_precision, r.ruling_kind, a.short_name AS authority, r.judge, r.reporter,
       r.summary, r.confidence, r.note, f.sources
FROM ruling r
JOIN authority a ON a.key = r.authority_key
LEFT JOIN fact f ON f.table_name = 'ruling' AND f.row_key = r.key
WHERE r.case_key = :key AND r.ruled_on <= :as_of
ORDER BY r.ruled_on DESC, r.key
