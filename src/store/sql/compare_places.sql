-- with: disputes, funding_rows
-- Whom the question compares; each has a column, with or without amounts.
SELECT j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state, j.population_2020,
       EXISTS (SELECT 1 FROM disputes d WHERE d.jurisdiction_key = j.key) AS disputed,
       (SELECT count(*) FROM funding_rows r WHERE r.jurisdiction_key = j.key) AS amounts_count, j.sources
FROM jurisdiction_row j
WHERE j.key IN (:j*)
ORDER BY j.key
