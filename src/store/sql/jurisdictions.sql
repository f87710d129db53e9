-- with: jurisdiction_rows
-- sort: name = jurisdiction
-- sort: -amount = ifnull(-amount_usd, 9223372036854775807)
-- sort: amount = ifnull(amount_usd, 9223372036854775807)
-- sort: -population = ifnull(-population_2020, 9223372036854775807)
-- sort: population = ifnull(population_2020, 9223372036854775807)
-- sort: -per-resident = ifnull(-per_resident_usd, 9223372036854775807)
-- sort: state = state
-- sort: kind = kind
SELECT key, jurisdiction, jurisdiction_url, kind, state, population_2020, latitude, longitude
       [[? measure:, amount_usd, amount_state, is_flagged, flag_reason, per_resident_usd, panel ]],
       disputed, sources, :sort! AS sort_value
FROM jurisdiction_rows r
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
