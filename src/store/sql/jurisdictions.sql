-- with: jurisdiction_rows
-- sort: name = jurisdiction
-- sort: -amount = ifnull(-amount_usd, 9223372036854775807)
-- sort: amount = ifnull(amount_usd, 9223372036854775807)
-- sort: -population = id
-- sort: population = ifnull(population_2020, 9223372036854775807)
-- sort: -per-resident = ifnull(-per_resident_usd, 9223372036854775807)
-- sort: state = state
-- sort: kind = kind
-- Jurisdictions of one place in the order follow each other by key, which is by place; ids are in the order of population.
SELECT key, jurisdiction, jurisdiction_url, kind, state, population_2020, latitude, longitude
       [[? measure:, amount_usd,
       CASE WHEN counted_usd IS NOT NULL THEN 'counted'
            WHEN amount_usd IS NOT NULL THEN 'not-counted'
            WHEN (:fy - 1) || '-10-01' > :as_of THEN 'not-yet-known'
            ELSE 'no-data' END AS amount_state,
       counted_usd IS NULL AND amount_usd IS NOT NULL AS is_flagged, flag_reason,
       nullif(per_resident_usd, iif(amount_usd = 0, NULL, 0)) AS per_resident_usd,
       iif(per_resident_usd = 0 AND amount_usd <> 0, 'below-cent', NULL) AS per_resident_usd_state, panel ]],
       disputed, sources, :sort! AS sort_value, place AS sort_place
FROM jurisdiction_rows
WHERE 1 = 1 [[ AND (:sort!, place) > (:after_value, ifnull((SELECT place FROM jurisdiction_row WHERE key = :after_key), 0)) ]]
ORDER BY sort_value, sort_place
[[ LIMIT :limit ]]
