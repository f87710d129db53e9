-- with: disputes, funding_rows, money_query
-- Whom the question compares; each has a column, with or without amounts.
SELECT j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state, j.population_2020,
       EXISTS (SELECT 1 FROM disputes d WHERE d.jurisdiction_key = j.key) AS disputed,
       (SELECT count(*) FROM funding_rows r WHERE r.jurisdiction_key = j.key) AS amounts_count,
       '/funding?j=' || j.key || (SELECT query FROM money_query) AS amounts_count_url, j.sources
FROM jurisdiction_row j
WHERE j.key IN (:j*)
ORDER BY j.key
