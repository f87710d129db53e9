INSERT INTO jurisdiction_known (line, place, from_on) VALUES (?1, ?2, ?3);
