INSERT INTO award_action (key, award_key, action_on, amount_usd, modified_on) VALUES (?1, ?2, ?3, ?4, ?5)
ON CONFLICT (key) DO NOTHING;
