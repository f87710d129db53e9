-- An answer due before it was asked for.
WITH due (table_name, row_key, due_on, letter, issued_on) AS (
    SELECT 'demand', key, due_on, 'issued_on', issued_on FROM demand
    UNION ALL
    SELECT 'demand_recipient', r.key, r.due_on, 'issued_on of its demand', d.issued_on
    FROM demand_recipient r JOIN demand d ON d.key = r.demand_key
)
SELECT table_name, row_key, 'due_on', 'error', due_on || ' is before ' || letter || ', ' || issued_on
FROM due
WHERE due_on < issued_on
ORDER BY table_name, row_key;
