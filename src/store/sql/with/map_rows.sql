-- with: map_placed, group_sums, tiles, money_query
-- Every state with the jurisdictions that fit. Amounts of its local governments are added; its own stands apart, for a
-- state receives for many. What is kept by group tells of them; of a demand's, and of programs in a year, cells are added.
state_counts AS (
    SELECT state, sum(row_count) AS jurisdictions_count,
           ifnull(group_concat(iif(kind IN ('state', 'territory'), NULL, '&kind=' || kind), ''), '') AS local_kinds,
           ifnull(group_concat(iif(kind IN ('state', 'territory'), '&kind=' || kind, NULL), ''), '') AS state_kinds
    FROM (SELECT state, kind, [[^ demand: row_count FROM paired_groups ]] [[? demand: count(*) AS row_count FROM placed GROUP BY +state, +kind ]]
          ORDER BY state, kind)
    GROUP BY state
),
state_amounts AS (
    SELECT state, sum(iif(kind IN ('state', 'territory'), NULL, counted_usd)) AS local_usd,
           sum(iif(kind IN ('state', 'territory'), counted_usd, NULL)) AS state_usd,
           sum(iif(kind IN ('state', 'territory'), NULL, row_count)) AS local_rows,
           sum(iif(kind IN ('state', 'territory'), row_count, NULL)) AS state_rows,
           '/jurisdictions?state=' || state [[ || '&demand=' || :demand ]] AS list_url, (SELECT query FROM money_query) AS query
    FROM [[^ demand, @of_cells: group_sums WHERE id IN (SELECT id FROM paired_groups) ]] [[? demand, @of_cells: placed_money ]]
    GROUP BY +state
),
-- Whose amounts are drawn: of local governments, unless only states have any or are asked for.
drawn AS (
    SELECT [[^ measure: 0 ]] [[? measure: count(local_usd) = 0 AND count(state_usd) > 0 ]]
           [[? measure ? kind: OR count(local_usd) = 0
                                  AND NOT EXISTS (SELECT 1 FROM jurisdiction_group
                                                  WHERE state = '*' AND kind IN (:kind*) AND kind NOT IN ('state', 'territory')) ]]
           AS of_states [[? measure: FROM state_amounts ]]
),
map_rows AS (
    SELECT t.state AS key, t.state, terms_of(label_of('state', t.state)) AS name_terms, t.tile_column, t.tile_row, ifnull(c.jurisdictions_count, 0) AS jurisdictions_count,
           '/jurisdictions?state=' || t.state [[ || '&demand=' || :demand ]]
           [[? kind: || ifnull((SELECT group_concat('&kind=' || kind, '') FROM jurisdiction_group WHERE state = '*' AND kind IN (:kind*)), '') ]] AS jurisdictions_count_url
           [[? measure:, a.local_usd,
           iif(a.local_rows > 0, a.list_url || c.local_kinds || a.query, NULL) AS local_usd_url,
           CASE WHEN a.local_usd IS NOT NULL THEN 'counted' WHEN a.local_rows > 0 THEN 'not-counted' ELSE 'no-data' END AS local_usd_state,
           a.state_usd, iif(a.state_rows > 0, a.list_url || c.state_kinds || a.query, NULL) AS state_usd_url,
           CASE WHEN a.state_usd IS NOT NULL THEN 'counted' WHEN a.state_rows > 0 THEN 'not-counted' ELSE 'no-data' END AS state_usd_state ]]
    FROM tiles t
    LEFT JOIN state_counts c ON c.state = t.state
    [[? measure: LEFT JOIN state_amounts a ON a.state = t.state ]]
)
