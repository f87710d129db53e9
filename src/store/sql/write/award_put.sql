INSERT INTO award_span (award_id, from_on, until_on, amount_usd, fiscal_year, program, state) VALUES {rows};
