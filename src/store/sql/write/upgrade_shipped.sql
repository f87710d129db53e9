-- What was as shipped before is as shipped after: ?1 the hash of the rows before, ?2 after.
UPDATE meta SET value = ?2 WHERE name = 'shipped_content' AND value = ?1;
