-- When a row ends tells the next one.
INSERT INTO group_money (line, group_id, from_on, counted_usd, counted_rows, row_count)
VALUES (?1, ?2, ?3, iif(?6, ?5, NULL), ?6, ?7);
