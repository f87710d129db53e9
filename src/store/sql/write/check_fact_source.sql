-- As check_fact, for a table of facts with a source_key: that is as good as a citation.
SELECT {table_name}, t.key, 'sources', 'error', 'a fact needs at least one source'
FROM {table} t
WHERE t.source_key IS NULL
  AND NOT EXISTS (SELECT 1 FROM citation c WHERE c.table_name = {table_name} AND c.row_key = t.key)
ORDER BY +t.key;
