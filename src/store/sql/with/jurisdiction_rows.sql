-- with: jurisdiction_sums
-- Those found with what a list says of each.
jurisdiction_rows AS NOT MATERIALIZED (
    SELECT j.key, j.name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state,
           j.population_2020, j.latitude, j.longitude,
           CASE WHEN j.kind IN ('state', 'territory') THEN 'states' ELSE 'local' END AS panel,
           j.disputed_from <= :as_of
           AND EXISTS (SELECT 1 FROM dispute_span d
                       WHERE d.jurisdiction_key = j.key AND d.from_on <= :as_of AND d.until_on > :as_of) AS disputed,
           [[^ measure: NULL AS amount_usd, NULL AS per_resident_usd, j.sources
    FROM jurisdiction_found j ]]
           [[? measure: s.amount_usd,
           CASE WHEN s.counted_usd IS NOT NULL THEN 'counted'
                WHEN s.amount_usd IS NOT NULL THEN 'not-counted'
                WHEN (:fy - 1) || '-10-01' > :as_of THEN 'not-yet-known'
                ELSE 'no-data' END AS amount_state,
           s.counted_usd IS NULL AND s.amount_usd IS NOT NULL AS is_flagged,
           s.flag_reason,
           CAST(round(s.amount_usd * 1.0 / nullif(j.population_2020, 0)) AS INTEGER) AS per_resident_usd,
           ifnull(s.sources, j.sources) AS sources
    FROM jurisdiction_sums s
    CROSS JOIN jurisdiction_row j ON j.id = s.id ]]
)
