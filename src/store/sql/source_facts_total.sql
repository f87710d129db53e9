SELECT count(*) AS row_count
FROM citation c
JOIN fact f ON f.table_name = c.table_name AND f.row_key = c.row_key AND f.since_on <= :as_of
WHERE c.source_key = :key
