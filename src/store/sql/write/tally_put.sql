INSERT INTO jurisdiction_money (place, line, from_on, until_on, amount_usd, is_counted, flag_reason, source_list)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);
