CREATE TABLE previous.{table} AS SELECT {columns} FROM main.{table};
