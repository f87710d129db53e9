INSERT INTO jurisdiction_known (place, line, from_on) VALUES {rows};
