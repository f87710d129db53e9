SELECT count(*) FROM temp.yielding;
