-- What the source is cited for, as far as the date shows it.
SELECT f.table_name, f.row_key, f.summary, f.since_on, j.name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, c.pinpoint
FROM citation c
JOIN fact f ON f.table_name = c.table_name AND f.row_key = c.row_key AND f.since_on <= :as_of
LEFT JOIN jurisdiction j ON j.key = f.jurisdiction_key
WHERE c.source_key = :key
ORDER BY f.table_name, f.since_on, f.row_key
