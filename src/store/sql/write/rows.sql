SELECT {columns} FROM main.{table} ORDER BY key;
