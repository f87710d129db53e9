SELECT a.key AS value, NULL AS other_value, a.name AS label, min(f.since_on) AS since_on
FROM court_case c
JOIN authority a ON a.key = c.authority_key
JOIN fact f ON f.table_name = 'court_case' AND f.row_key = c.key
GROUP BY a.key
ORDER BY a.name, a.key
