SELECT number, as_of, content_hash, row_count FROM stamp
