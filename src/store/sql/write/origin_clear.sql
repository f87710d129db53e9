DELETE FROM temp.origin;
