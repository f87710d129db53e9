INSERT INTO edition_history (edition, as_of, content_hash, row_count, restored_edition) VALUES (?1, ?2, ?3, ?4, ?5);
