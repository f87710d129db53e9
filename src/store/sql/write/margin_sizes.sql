SELECT size_usd FROM amount_size WHERE size BETWEEN 1 AND 5 ORDER BY size;
