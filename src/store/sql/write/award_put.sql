INSERT INTO award_span (award_id, from_on, until_on, amount_usd) VALUES (?1, ?2, ?3, ?4);
