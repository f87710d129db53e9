-- with: jurisdiction_amounts
-- Those found with what lists of them are in the order of.
jurisdiction_rows AS NOT MATERIALIZED (
    SELECT j.place, j.link, j.id, j.key, j.unique_name AS jurisdiction, j.kind, j.state, j.population_2020, j.counted_usd, j.amount_usd,
           j.flag_reason, j.source_list, j.per_resident_usd
    FROM jurisdiction_amounts j
)
