-- with: jurisdiction_amounts
-- Those found with what lists of them are in the order of.
jurisdiction_rows AS NOT MATERIALIZED (
    SELECT j.place, j.link, j.id, j.key, j.unique_name AS jurisdiction, j.kind, j.state, j.population_2020, j.counted_usd, j.amount_usd,
           j.flag_reason, j.source_list, j.money_sources,
           [[^ program ? measure | ^ fy, program_count ? measure: j.kept_per_resident_usd ]]
           [[^ measure | ? program ? fy | ? program_count: CAST(round(j.amount_usd * 1.0 / nullif(j.population_2020, 0)) AS INTEGER) ]]
           AS per_resident_usd
    FROM jurisdiction_amounts j
)
