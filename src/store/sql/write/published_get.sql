SELECT column_name FROM published_column WHERE table_name = ?1;
