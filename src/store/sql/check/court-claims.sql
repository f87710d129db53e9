-- A position typed for a court.
SELECT 'claim', c.key, 'authority_key', 'error',
       '''' || a.key || ''' is a court: the position of a court follows from ruling_effect and is not a claim'
FROM claim c
JOIN authority a ON a.key = c.authority_key
WHERE a.authority_kind = 'court'
ORDER BY c.key;
