-- References without a target. (The order must not be taken from an index: nearly all rows are sound.) A target that came with this import but was refused has its own message.
SELECT {table_name}, t.key, {column_name}, 'error',
       'no ' || {target_name} || ' has the key ''' || t.{column} || ''''
FROM {table} t
WHERE t.{column} IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM {target} x WHERE x.key = t.{column})
  AND NOT EXISTS (SELECT 1 FROM temp.origin o WHERE o.table_name = {target_name} AND o.row_key = t.{column})
ORDER BY +t.key;
