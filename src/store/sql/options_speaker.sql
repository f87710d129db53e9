SELECT a.key AS value, NULL AS other_value, a.name AS label, min(t.said_on) AS since_on
FROM statement t
JOIN authority a ON a.key = t.authority_key
GROUP BY a.key
ORDER BY a.authority_kind, a.name, a.key
