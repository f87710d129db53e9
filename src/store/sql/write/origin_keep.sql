-- The citations of a row whose record is rejected come with it, so that they are not taken for left out.
INSERT INTO temp.origin (table_name, row_key, file, record, column_name)
SELECT 'citation', c.key, o.file, o.record, 'sources'
FROM citation c
JOIN temp.origin o ON o.table_name = c.table_name AND o.row_key = c.row_key
WHERE c.table_name = ?1 AND c.row_key = ?2
ON CONFLICT DO NOTHING;
