UPDATE award_action SET award_key = ?2, action_on = ?3, action_on_precision = NULL, amount_usd = ?4, modified_on = ?5
WHERE key = ?1;
