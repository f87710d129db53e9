-- Pages worth finding: of jurisdictions, demands, cases, requirements and programs. A map holds at most 50,000 addresses.
SELECT '/jurisdictions/' || key AS record_url FROM (SELECT key FROM jurisdiction ORDER BY rowid LIMIT 40000)
UNION ALL SELECT '/demands/' || key FROM demand WHERE issued_on <= :as_of
UNION ALL SELECT '/cases/' || row_key FROM fact WHERE table_name = 'court_case' AND since_on <= :as_of
UNION ALL SELECT '/requirements/' || key FROM requirement WHERE effective_on <= :as_of
UNION ALL SELECT '/programs/' || key FROM program
ORDER BY record_url
