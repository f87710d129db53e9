DELETE FROM award_action WHERE key = ?1;
