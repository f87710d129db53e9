INSERT INTO amount_line (line, measure, narrowed_by, narrowed_to) VALUES {rows};
