-- with: jurisdiction_rows, money_query
-- sort: name = jurisdiction
-- sort: -amount = ifnull(-amount_usd, 9223372036854775807)
-- sort: amount = ifnull(amount_usd, 9223372036854775807)
-- sort: -population = id
-- sort: population = ifnull(population_2020, 9223372036854775807)
-- sort: -per-resident = ifnull(-per_resident_usd, 9223372036854775807)
-- sort: state = state
-- sort: kind = kind
-- Jurisdictions of one place in the order follow each other by key, which is by place; ids are in the order of population. What is told
-- of each besides its amount is looked up for the page only; SQLite keeps the order of a page, but not that of all.
SELECT j.key, j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state, j.population_2020,
       j.latitude, j.longitude
       [[? measure:, page.amount_usd,
       CASE WHEN page.counted_usd IS NOT NULL THEN 'counted'
            WHEN page.amount_usd IS NOT NULL THEN 'not-counted'
            WHEN (:fy - 1) || '-10-01' > :as_of THEN 'not-yet-known'
            ELSE 'no-data' END AS amount_state,
       iif(page.amount_usd IS NULL, NULL, '/funding?j=' || j.key || (SELECT query FROM money_query)) AS amount_usd_url,
       page.counted_usd IS NULL AND page.amount_usd IS NOT NULL AS is_flagged, page.flag_reason,
       nullif(CAST(round(page.amount_usd * 1.0 / nullif(j.population_2020, 0)) AS INTEGER), iif(page.amount_usd = 0, NULL, 0)) AS per_resident_usd,
       CASE WHEN page.amount_usd IS NULL AND (:fy - 1) || '-10-01' > :as_of THEN 'not-yet-known'
            WHEN page.amount_usd IS NULL THEN 'no-data'
            WHEN ifnull(j.population_2020, 0) = 0 THEN 'no-population'
            WHEN page.amount_usd <> 0 AND abs(page.amount_usd) * 2 < j.population_2020 THEN 'below-cent'
            WHEN page.counted_usd IS NULL THEN 'not-counted'
            ELSE 'counted' END AS per_resident_usd_state,
       iif(j.kind IN ('state', 'territory'), 'states', 'local') AS panel ]]
       [[^ fy, program ? measure: , (SELECT ifnull(sum((SELECT m.is_counted AND m.from_on <= :as_of
                            FROM jurisdiction_money m
                            WHERE m.place = page.place AND m.line = l.line AND m.until_on > :as_of
                            ORDER BY m.until_on
                            LIMIT 1)), 0)
        FROM money_line l
        WHERE l.measure = :measure AND l.program_key = '' AND l.fiscal_year > 0) AS years_count ]]
       [[^ fy ? program ? measure: , (SELECT count(DISTINCT m.fiscal_year)
        FROM money m
        WHERE m.jurisdiction_key = j.key AND m.program_key IN (:program*) AND +m.measure = :measure
          AND m.counted_usd IS NOT NULL) AS years_count ]],
       j.disputed_from <= :as_of
       AND EXISTS (SELECT 1 FROM dispute_span d
                   WHERE d.jurisdiction_key = j.key AND d.from_on <= :as_of AND d.until_on > :as_of) AS disputed,
       [[^ measure: j.sources ]]
       [[^ program_count ? measure: ifnull((SELECT l.sources FROM source_list l WHERE l.id = page.source_list), j.sources) AS sources ]]
       [[? program_count ? measure:
       ifnull((SELECT ifnull(group_concat(m.sources, ' ') FILTER (WHERE m.counted_usd IS NOT NULL), group_concat(m.sources, ' '))
               FROM asked_parts m
               WHERE m.link = page.link), j.sources) AS sources ]],
       page.sort_value, page.place AS sort_place
FROM (
    SELECT place, source_list, counted_usd, amount_usd, flag_reason, [[? program_count ? measure: link, ]]
           :sort! AS sort_value
    FROM jurisdiction_rows
    WHERE 1 = 1 [[ AND :sort! >= :after_value ]]
          [[ AND (:sort!, place) > (:after_value, ifnull((SELECT place FROM jurisdiction_row WHERE key = :after_key), 0)) ]]
    ORDER BY sort_value, place
    [[ LIMIT :limit ]]
) page
CROSS JOIN jurisdiction_row j ON j.place = page.place
[[^ limit: ORDER BY page.sort_value, page.place ]]
