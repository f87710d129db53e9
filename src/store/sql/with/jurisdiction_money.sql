-- with: jurisdiction_rows, jurisdiction_sums
-- Those found with their money, in parts: as it is kept, read in the order of amounts where that is asked for and few filters leave most
-- of them, else jurisdiction by jurisdiction; as it is added up; and those without any. One row stands before the last so that
-- SQLite takes an order by what is nowhere an amount for the order of places that it is.
rows_ranked AS NOT MATERIALIZED (
    SELECT r.*, k.counted_usd, k.amount_usd, k.flag_reason, k.money_sources,
           CAST(round(k.amount_usd * 1.0 / nullif(r.population_2020, 0)) AS INTEGER) AS per_resident_usd
    FROM kept k
    CROSS JOIN jurisdiction_rows r
    WHERE r.place = k.place AND instr(':sort!', '-amount_usd')
      AND coalesce(:match, :j*, :demand, :case, :requirement, :authority, :position*, :state*, NULL) IS NULL
),
rows_kept AS NOT MATERIALIZED (
    SELECT r.*, k.counted_usd, k.amount_usd, k.flag_reason, k.money_sources,
           CAST(round(k.amount_usd * 1.0 / nullif(r.population_2020, 0)) AS INTEGER) AS per_resident_usd
    FROM jurisdiction_rows r
    CROSS JOIN kept k
    WHERE r.place = k.place AND :measure IS NOT NULL
      AND k.from_on = (SELECT max(x.from_on) FROM jurisdiction_money x
                       WHERE x.place = r.place AND x.line = (SELECT line FROM asked_line) AND x.from_on <= :as_of)
      AND (NOT instr(':sort!', '-amount_usd')
      OR coalesce(:match, :j*, :demand, :case, :requirement, :authority, :position*, :state*, NULL) IS NOT NULL)
),
rows_added AS NOT MATERIALIZED (
    SELECT r.*, a.counted_usd, a.amount_usd, a.flag_reason, a.money_sources,
           CAST(round(a.amount_usd * 1.0 / nullif(r.population_2020, 0)) AS INTEGER) AS per_resident_usd
    FROM added a
    JOIN jurisdiction_rows r ON r.key = a.jurisdiction_key
),
rows_without AS NOT MATERIALIZED (
    SELECT r.*, NULL AS counted_usd, NULL AS amount_usd, NULL AS flag_reason, NULL AS money_sources, NULL AS per_resident_usd
    FROM jurisdiction_row one
    CROSS JOIN jurisdiction_rows r
    WHERE one.place = 1
      AND NOT EXISTS (SELECT 1 FROM jurisdiction_money m
                        WHERE m.place = r.place AND m.line = (SELECT line FROM asked_line) AND m.from_on <= :as_of)
      AND r.key NOT IN (SELECT jurisdiction_key FROM added)
)
