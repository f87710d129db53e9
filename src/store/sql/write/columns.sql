-- ?1 table. Name, declared type, required, is the key, table that it refers to.
SELECT c.name, c.type, c."notnull", c.pk, r."table"
FROM pragma_table_info(?1) c
LEFT JOIN pragma_foreign_key_list(?1) r ON r."from" = c.name
ORDER BY c.cid;
