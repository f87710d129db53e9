INSERT INTO change (edition, table_name, row_key, change_kind, column_name, old_value, new_value, reason, source_key)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
