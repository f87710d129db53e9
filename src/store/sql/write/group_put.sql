-- When a row ends tells the next one.
INSERT INTO group_money (group_id, line, from_on, counted_usd, counted_rows, row_count)
VALUES (?1, ?2, ?3, iif(?6, ?5, NULL), ?6, ?7);
