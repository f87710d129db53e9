SELECT 1 FROM {table} WHERE key = ?1;
