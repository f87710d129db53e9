SELECT listing AS value, key AS other_value, short_name || ' (' || listing || ')' AS label, NULL AS since_on FROM program ORDER BY listing, key
