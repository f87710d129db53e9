-- The rows of a table of facts with their sources as the column "sources" of its CSV file has them.
SELECT {columns},
       (SELECT group_concat(source_key || ifnull('#' || pinpoint, ''), ' ')
        FROM (SELECT c.source_key, c.pinpoint
              FROM citation c
              WHERE c.table_name = {table_name} AND c.row_key = t.key
                AND c.key = replace(c.table_name || '.' || c.row_key || '.' || c.source_key, '_', '-')
                AND (c.pinpoint IS NULL OR c.pinpoint NOT GLOB '* *')
              ORDER BY c.key))
FROM {table} t
ORDER BY key;
