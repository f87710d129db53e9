SELECT {columns} FROM previous.{table} ORDER BY key;
