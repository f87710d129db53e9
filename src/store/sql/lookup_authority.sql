SELECT key AS value, NULL AS other_value, name AS label, NULL AS since_on FROM authority WHERE key = :wanted
