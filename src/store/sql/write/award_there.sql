SELECT 1 FROM award WHERE key = ?1;
