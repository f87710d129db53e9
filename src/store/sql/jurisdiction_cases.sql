SELECT c.name AS case_name, '/cases/' || c.key AS case_url, a.short_name AS authority, c.docket, p.side,
       c.filed_on, (SELECT max(r.ruled_on) FROM ruling r WHERE r.case_key = c.key AND r.ruled_on <= :as_of) AS ruled_on, f.sources
FROM case_party p
JOIN fact f ON f.table_name = 'case_party' AND f.row_key = p.key AND f.since_on <= :as_of
JOIN court_case c ON c.key = p.case_key
JOIN authority a ON a.key = c.authority_key
WHERE p.jurisdiction_key = :key
ORDER BY ifnull(c.filed_on, f.since_on) DESC, c.key, p.key
