-- When a row ends tells the next one.
INSERT INTO group_money (group_id, line, from_on, counted_usd, counted_rows, row_count, rows_10k, rows_100k, rows_1m, rows_10m)
SELECT column1, column2, column3, iif(column6, column5, NULL), column6, column7, column8, column9, column10, column11
FROM (VALUES {rows});
