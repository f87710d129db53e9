SELECT c.name AS case_name, '/cases/' || c.key AS case_url, a.short_name AS authority, c.docket, p.side,
       c.filed_on, r.ruled_on, r.ruled_on_precision,
       (SELECT max(s.settled_on) FROM settlement s WHERE s.case_key = c.key AND s.settled_on <= :as_of) AS settled_on, f.sources
FROM case_party p
JOIN fact f ON f.table_name = 'case_party' AND f.row_key = p.key AND f.since_on <= :as_of
JOIN court_case c ON c.key = p.case_key
JOIN authority a ON a.key = c.authority_key
LEFT JOIN ruling r ON r.rowid = (SELECT n.rowid FROM ruling n WHERE n.case_key = c.key AND n.ruled_on <= :as_of
                                 ORDER BY n.ruled_on DESC, n.key DESC LIMIT 1)
WHERE p.jurisdiction_key = :key
ORDER BY ifnull(c.filed_on, f.since_on) DESC, c.key, p.key
