INSERT INTO temp.origin (table_name, row_key, file, record, column_name) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT DO NOTHING;
