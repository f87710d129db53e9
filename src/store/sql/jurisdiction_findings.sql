SELECT n.looked_on, n.looked_for, n.looked_in, n.summary, n.note, f.sources
FROM finding n
LEFT JOIN fact f ON f.table_name = 'finding' AND f.row_key = n.key
WHERE n.jurisdiction_key = :key AND n.looked_on <= :as_of
ORDER BY n.looked_on DESC, n.key
