-- The file whose amounts of the award hold.
UPDATE award SET source_key = ?2 WHERE key = ?1 AND source_key IS NOT ?2;
