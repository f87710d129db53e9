INSERT INTO main.{table} ({columns}) SELECT {columns} FROM previous.{table} ORDER BY rowid;
