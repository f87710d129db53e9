SELECT a.key AS value, NULL AS other_value, a.name AS label, min(q.effective_on) AS since_on
FROM requirement q
JOIN authority a ON a.key = q.authority_key
GROUP BY a.key
ORDER BY a.name, a.key
