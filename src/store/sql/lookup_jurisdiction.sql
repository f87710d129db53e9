SELECT key AS value, NULL AS other_value, name || ', ' || state AS label, NULL AS since_on FROM jurisdiction WHERE key = :wanted
