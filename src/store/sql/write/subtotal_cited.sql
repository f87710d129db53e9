INSERT INTO group_source (line, group_id, source_list, from_on) VALUES (?1, ?2, ?3, ?4);
