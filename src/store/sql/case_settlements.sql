SELECT s.settled_on, s.summary, s.confidence, s.note, f.sources
FROM settlement s
JOIN fact f ON f.table_name = 'settlement' AND f.row_key = s.key AND f.since_on <= :as_of
WHERE s.case_key = :key
ORDER BY s.settled_on DESC, s.key
