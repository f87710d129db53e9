SELECT key AS value, NULL AS other_value, short_name AS label, effective_on AS since_on FROM requirement ORDER BY effective_on, key
