-- Removes the citations of the facts of this table that this import brought with other sources. ({table} is a table of
-- facts: a row of it always comes with all its sources.)
DELETE FROM citation
WHERE table_name = {table_name}
  AND EXISTS (SELECT 1 FROM temp.origin o WHERE o.table_name = {table_name} AND o.row_key = citation.row_key)
  AND NOT EXISTS (SELECT 1 FROM temp.origin o WHERE o.table_name = 'citation' AND o.row_key = citation.key);
