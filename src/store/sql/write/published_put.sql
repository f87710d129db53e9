INSERT INTO published_column (table_name, column_name) VALUES (?1, ?2);
