INSERT INTO stamp (number, as_of, content_hash, row_count) VALUES (?1, ?2, ?3, ?4);
