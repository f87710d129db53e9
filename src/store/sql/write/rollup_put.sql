INSERT INTO funding_rollup (jurisdiction_key, program_key, fiscal_year, measure, from_on, until_on, amount_usd,
                            counted_usd, flag_reason, source_list, state)
VALUES {rows};
