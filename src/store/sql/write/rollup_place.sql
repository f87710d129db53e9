SELECT state, kind IN ('state', 'territory') AS is_state FROM jurisdiction WHERE key = ?1;
