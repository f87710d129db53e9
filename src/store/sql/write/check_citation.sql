-- Citations of rows that are not there.
SELECT 'citation', c.key, 'row_key', 'error', 'no ' || {table_name} || ' has the key ''' || c.row_key || ''''
FROM citation c
WHERE c.table_name = {table_name}
  AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.key = c.row_key)
  AND NOT EXISTS (SELECT 1 FROM temp.origin o WHERE o.table_name = {table_name} AND o.row_key = c.row_key)
ORDER BY +c.key;
