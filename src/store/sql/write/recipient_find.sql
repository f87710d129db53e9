SELECT id FROM temp.recipient WHERE identity = ?1;
