SELECT p.name AS party, p.side, j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, p.joined_on, p.note,
       f.sources
FROM case_party p
JOIN fact f ON f.table_name = 'case_party' AND f.row_key = p.key AND f.since_on <= :as_of
LEFT JOIN jurisdiction_row j ON j.key = p.jurisdiction_key
WHERE p.case_key = :key
ORDER BY p.side = 'amicus', p.side = 'defendant', p.side, p.name, p.key
