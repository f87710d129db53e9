-- The citations that no column "sources" can carry: of tables that have none, or with a key or a pinpoint of another form.
SELECT {columns}
FROM citation
WHERE table_name NOT IN (SELECT s.name FROM sqlite_schema s JOIN pragma_table_info(s.name) p WHERE p.name = 'confidence')
   OR key <> replace(table_name || '.' || row_key || '.' || source_key, '_', '-')
   OR pinpoint GLOB '* *'
ORDER BY key;
