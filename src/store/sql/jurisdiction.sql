-- with: disputes, money
-- A chart of its money is of one program and measure, that which is on record for most years, of which there are several.
SELECT j.key, j.name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state, j.geoid, j.county_fips,
       j.population_2020, j.population_2021, j.population_2017, j.latitude, j.longitude,
       EXISTS (SELECT 1 FROM disputes d WHERE d.jurisdiction_key = j.key) AS disputed,
       '/jurisdictions/' || nullif(ifnull((SELECT s.key FROM jurisdiction_row s WHERE s.state = j.state AND s.kind = 'state'),
                                          (SELECT s.key FROM jurisdiction_row s WHERE s.state = j.state AND s.kind = 'territory')), j.key) AS state_url,
       iif(j.kind IN ('state', 'territory'), '/jurisdictions?state=' || j.state, NULL) AS places_url,
       '/status?j=' || j.key AS status_url, '/timeline?j=' || j.key AS timeline_url, '/funding?j=' || j.key AS funding_url,
       '/awards?j=' || j.key AS awards_url, '/claims?j=' || j.key AS claims_url, '/deadlines?j=' || j.key AS deadlines_url,
       '/at-stake?j=' || j.key AS at_stake_url,
       '/timeline.svg?j=' || j.key AS timeline_picture_url, '/timeline.svg?j=' || j.key || '&size=narrow' AS timeline_narrow_url,
       '/funding?' || m.asked AS funding_chart_url, '/funding.svg?' || m.asked AS funding_picture_url,
       '/funding.svg?' || m.asked || '&size=narrow' AS funding_narrow_url,
       j.note, j.confidence, r.sources, r.full_name
FROM (SELECT (SELECT 'j=' || jurisdiction_key || '&program=' || program_key || '&measure=' || measure
              FROM money
              WHERE jurisdiction_key = :key
              GROUP BY program_key, measure
              HAVING count(*) > 1
              ORDER BY count(*) DESC, program_key, measure
              LIMIT 1) AS asked
      LIMIT 1) m
CROSS JOIN jurisdiction j
JOIN jurisdiction_row r ON r.key = j.key
WHERE j.key = :key
