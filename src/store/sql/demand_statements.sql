SELECT t.said_on, t.said_on_precision, t.speaker, t.role, t.summary, t.note, f.sources
FROM statement t
LEFT JOIN fact f ON f.table_name = 'statement' AND f.row_key = t.key
WHERE t.demand_key = :key AND t.said_on <= :as_of
ORDER BY t.said_on DESC, t.key
