SELECT place, state, kind IN ('state', 'territory') AS is_state, group_id FROM jurisdiction_row WHERE key = ?1;
