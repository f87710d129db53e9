-- with: jurisdiction_found
-- Those found with what a list says of each.
jurisdiction_rows AS NOT MATERIALIZED (
    SELECT j.place, j.id, j.key, j.name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state,
           j.population_2020, j.latitude, j.longitude,
           CASE WHEN j.kind IN ('state', 'territory') THEN 'states' ELSE 'local' END AS panel,
           j.disputed_from <= :as_of
           AND EXISTS (SELECT 1 FROM dispute_span d
                       WHERE d.jurisdiction_key = j.key AND d.from_on <= :as_of AND d.until_on > :as_of) AS disputed,
           j.sources
    FROM jurisdiction_found j
)
