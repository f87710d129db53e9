INSERT INTO funding_rollup (jurisdiction_key, program_key, fiscal_year, measure, from_on, until_on, amount_usd,
                            counted_usd, flag_reason, source_list, state)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);
