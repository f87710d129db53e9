-- with: jurisdiction_amounts
-- Those found with what a list says of each.
jurisdiction_rows AS NOT MATERIALIZED (
    SELECT j.place, j.id, j.key, j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state,
           j.population_2020, j.latitude, j.longitude,
           CASE WHEN j.kind IN ('state', 'territory') THEN 'states' ELSE 'local' END AS panel,
           j.disputed_from <= :as_of
           AND EXISTS (SELECT 1 FROM dispute_span d
                       WHERE d.jurisdiction_key = j.key AND d.from_on <= :as_of AND d.until_on > :as_of) AS disputed,
           ifnull(j.money_sources, j.sources) AS sources, j.counted_usd, j.amount_usd, j.flag_reason,
           CAST(round(j.amount_usd * 1.0 / nullif(j.population_2020, 0)) AS INTEGER) AS per_resident_usd
    FROM jurisdiction_amounts j
)
