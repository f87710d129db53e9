-- with: disputes
SELECT j.key, j.name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state, j.geoid, j.county_fips,
       j.population_2020, j.population_2021, j.population_2017, j.latitude, j.longitude,
       EXISTS (SELECT 1 FROM disputes d WHERE d.jurisdiction_key = j.key) AS disputed,
       (SELECT '/jurisdictions/' || s.key FROM jurisdiction_row s WHERE s.state = j.state AND s.kind IN ('state', 'territory') AND s.key <> j.key) AS state_url,
       iif(j.kind IN ('state', 'territory'), '/jurisdictions?state=' || j.state, NULL) AS places_url,
       '/status?j=' || j.key AS status_url, '/timeline?j=' || j.key AS timeline_url, '/funding?j=' || j.key AS funding_url,
       '/awards?j=' || j.key AS awards_url, '/claims?j=' || j.key AS claims_url, '/deadlines?j=' || j.key AS deadlines_url,
       j.note, j.confidence, f.sources
FROM jurisdiction j
LEFT JOIN fact f ON f.table_name = 'jurisdiction' AND f.row_key = j.key
WHERE j.key = :key
