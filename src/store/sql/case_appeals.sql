SELECT c.name AS case_name, '/cases/' || c.key AS case_url, a.short_name AS authority, c.docket, c.filed_on,
       f.sources || iif(l.sources = f.sources, '', ' ' || l.sources) AS sources
FROM appeal l
JOIN court_case c ON c.key = l.case_key
JOIN authority a ON a.key = c.authority_key
JOIN fact f ON f.table_name = 'court_case' AND f.row_key = c.key
WHERE l.appeal_of_key = :key AND l.since_on <= :as_of
ORDER BY f.since_on, c.key
