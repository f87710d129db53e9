-- Is there a row of the table with the key ?1?
SELECT 1 FROM {table} WHERE key = ?1;
