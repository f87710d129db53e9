INSERT INTO jurisdiction_money (place, line, from_on, until_on, amount_usd, is_counted, flag_reason, source_list, population,
                                group_id)
VALUES {rows};
