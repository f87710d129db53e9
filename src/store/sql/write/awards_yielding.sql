SELECT count(*), ifnull(sum(actions), 0) FROM temp.yielding;
