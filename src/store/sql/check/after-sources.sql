-- Something that is said to have happened after the newest source was retrieved.
WITH newest (day) AS (SELECT max(retrieved_on) FROM source),
dated (table_name, row_key, column_name, day) AS (
    SELECT 'award_action', key, 'action_on', action_on FROM award_action
    UNION ALL SELECT 'claim', key, 'made_on', made_on FROM claim
    UNION ALL SELECT 'court_case', key, 'filed_on', filed_on FROM court_case
    UNION ALL SELECT 'demand', key, 'issued_on', issued_on FROM demand
    UNION ALL SELECT 'ruling', key, 'ruled_on', ruled_on FROM ruling
    UNION ALL SELECT 'settlement', key, 'settled_on', settled_on FROM settlement
    UNION ALL SELECT 'statement', key, 'said_on', said_on FROM statement
)
SELECT table_name, row_key, column_name, 'warning',
       dated.day || ' is after ' || newest.day || ', when the newest source was retrieved', dated.day
FROM dated, newest
WHERE dated.day > newest.day
ORDER BY table_name, row_key;
