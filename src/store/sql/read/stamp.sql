SELECT number, as_of, content_hash FROM stamp
