INSERT INTO jurisdiction_known (place, line, from_on) VALUES (?1, ?2, ?3);
