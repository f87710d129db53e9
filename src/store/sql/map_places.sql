-- with: map_placed, asked_money
-- The jurisdictions that fit as places, the largest first, as many as a map can show; row_count is of all.
SELECT p.unique_name AS jurisdiction, '/jurisdictions/' || p.key AS jurisdiction_url, p.latitude, p.longitude
       [[? measure:, a.amount_usd,
       CASE WHEN a.counted_usd IS NOT NULL THEN 'counted' WHEN a.amount_usd IS NOT NULL THEN 'not-counted' ELSE 'no-data' END AS amount_state,
       a.counted_usd IS NULL AND a.amount_usd IS NOT NULL AS is_flagged, ]]
       [[^ program_count ? measure: ifnull((SELECT l.sources FROM source_list l WHERE l.id = a.source_list), p.sources) AS sources ]]
       [[? program_count ? measure:
       ifnull((SELECT ifnull(group_concat(m.sources, ' ') FILTER (WHERE m.counted_usd IS NOT NULL), group_concat(m.sources, ' '))
               FROM asked_parts m
               WHERE m.link = a.link), p.sources) AS sources ]]
       [[^ measure:, p.sources ]],
       p.row_count
FROM (
    SELECT j.id, j.place, j.key, j.unique_name, j.latitude, j.longitude, j.sources, (SELECT count(*) FROM placed) AS row_count
    FROM placed j
    ORDER BY j.id
    LIMIT 2000
) p
[[? measure: LEFT JOIN asked_money a ON a.link = ]]
[[^ @of_cells ? measure: p.place ]] [[? @of_cells ? measure: p.key ]]
[[? @kept ? measure ? past:
AND a.until_on = (SELECT min(x.until_on) FROM jurisdiction_money x
                  WHERE x.place = p.place AND x.line = (SELECT line FROM asked_line) AND x.until_on > :as_of) ]]
ORDER BY p.id
