-- Removes the rows that this import did not bring.
DELETE FROM {table}
WHERE NOT EXISTS (SELECT 1 FROM temp.origin o WHERE o.table_name = {table_name} AND o.row_key = {table}.key);
