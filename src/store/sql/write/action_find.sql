SELECT rowid, action_on, amount_usd, ifnull(modified_on, '') FROM award_action WHERE key = ?1;
