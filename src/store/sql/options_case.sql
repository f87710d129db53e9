-- With the docket where several of one court have the same name.
SELECT c.key AS value, NULL AS other_value,
       c.name || ' (' || a.short_name || iif(count(*) OVER (PARTITION BY c.name, a.key) > 1, ifnull(', ' || c.docket, ''), '') || ')' AS label,
       f.since_on
FROM court_case c
JOIN authority a ON a.key = c.authority_key
JOIN fact f ON f.table_name = 'court_case' AND f.row_key = c.key
ORDER BY c.name, f.since_on, c.key
