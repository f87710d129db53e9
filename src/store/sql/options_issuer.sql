SELECT a.key AS value, NULL AS other_value, a.name AS label, min(d.issued_on) AS since_on
FROM demand d
JOIN authority a ON a.key = d.authority_key
GROUP BY a.key
ORDER BY a.name, a.key
