-- When a row ends tells the next one.
INSERT INTO group_money (group_id, line, from_on, counted_usd, counted_rows, row_count, rows_10k, rows_100k, rows_1m, rows_10m)
VALUES (?1, ?2, ?3, iif(?6, ?5, NULL), ?6, ?7, ?8, ?9, ?10, ?11);
