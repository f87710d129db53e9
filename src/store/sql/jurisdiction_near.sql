-- Governments of the same county, the county itself among them: the largest first.
SELECT r.name, '/jurisdictions/' || r.key AS record_url, r.kind
FROM jurisdiction j
JOIN jurisdiction r ON r.county_fips = j.county_fips AND r.key <> j.key
WHERE j.key = :key
ORDER BY r.population_2020 DESC, r.key
LIMIT 12
