INSERT INTO award_span (award_id, from_on, until_on, amount_usd, fiscal_year, program, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
