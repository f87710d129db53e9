INSERT INTO source_list (id, sources) VALUES (?1, ?2);
