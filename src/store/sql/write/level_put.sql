INSERT INTO amount_level (line, from_usd, facet, value, row_count, counted_rows, counted_usd, amount_usd) VALUES {rows};
