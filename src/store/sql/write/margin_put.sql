INSERT INTO funding_margin (measure, state, program_key, fiscal_year, from_on, until_on, local_usd, state_usd, local_rows,
                            state_rows, row_count, award_count, outside_usd, outside_rows)
VALUES {rows};
