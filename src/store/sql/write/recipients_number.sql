SELECT count(*) FROM temp.recipient WHERE how = ?1;
