-- with: status_rows, effects
-- What the positions asked for rest on: the claim behind each, the rulings behind a court's.
SELECT f.sources
FROM status_found s
JOIN claim c ON c.jurisdiction_key = s.jurisdiction_key AND c.requirement_key = s.requirement_key
            AND c.authority_key = s.authority_key AND c.made_on = s.since_on
JOIN fact f ON f.table_name = 'claim' AND f.row_key = c.key
WHERE s.position NOT IN ('barred-by-court', 'allowed-by-court')
UNION
SELECT f.sources
FROM (SELECT DISTINCT requirement_key, authority_key FROM status_found WHERE position IN ('barred-by-court', 'allowed-by-court')) s
JOIN effects e ON e.authority_key = s.authority_key AND e.requirement_key = s.requirement_key AND e.in_force
JOIN fact f ON f.table_name = 'ruling' AND f.row_key = e.ruling_key
ORDER BY sources
LIMIT :limit
