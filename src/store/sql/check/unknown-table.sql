-- Citations, notes and acceptances of rows of a table that there is not.
WITH named (table_name, row_key, named_table) AS (
    SELECT 'citation', key, table_name FROM citation
    UNION ALL
    SELECT 'change_note', key, table_name FROM change_note
    UNION ALL
    SELECT 'accepted_warning', key, table_name FROM accepted_warning
)
SELECT table_name, row_key, 'table_name', 'error', '''' || named_table || ''' is not a table'
FROM named
WHERE named_table NOT IN (SELECT name FROM main.sqlite_schema WHERE type = 'table')
ORDER BY table_name, row_key;
