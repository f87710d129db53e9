SELECT 1 FROM previous.{table} WHERE {column} IS NOT NULL LIMIT 1;
