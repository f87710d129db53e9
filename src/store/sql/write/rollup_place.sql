SELECT place, group_id, state, kind IN ('state', 'territory') AS is_state FROM jurisdiction_row WHERE key = ?1;
