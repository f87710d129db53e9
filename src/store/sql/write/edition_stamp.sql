INSERT INTO stamp (number, as_of, content_hash, row_count, recipe, asked) VALUES (?1, ?2, ?3, ?4, ?5, ?6);
