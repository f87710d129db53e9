INSERT INTO jurisdiction_money (place, line, from_on, until_on, counted_usd, uncounted_usd, flag_reason, source_list, is_first)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
