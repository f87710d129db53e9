INSERT INTO amount_level (line, from_usd, of_line, row_count, counted_rows, counted_usd, amount_usd) VALUES {rows};
