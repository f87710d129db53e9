SELECT place, state, kind IN ('state', 'territory') AS is_state, group_id, population_2020 FROM jurisdiction_row WHERE key = ?1;
