SELECT file, record, column_name FROM temp.origin WHERE table_name = ?1 AND row_key = ?2;
