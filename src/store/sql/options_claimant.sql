SELECT a.key AS value, NULL AS other_value, a.name AS label, min(c.made_on) AS since_on
FROM claim c
JOIN authority a ON a.key = c.authority_key
GROUP BY a.key
ORDER BY a.authority_kind, a.name, a.key
