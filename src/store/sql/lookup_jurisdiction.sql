SELECT key AS value, NULL AS other_value, full_name AS label, NULL AS since_on FROM jurisdiction_row WHERE key = :wanted
