-- with: known_margins, jurisdiction_amounts, jurisdiction_counts, tiles
-- Every state with the jurisdictions that fit. Amounts of its local governments are added; its own stands apart, for a
-- state receives for many. Of all jurisdictions and programs the margins tell; of some, what is kept of each is added.
state_amounts AS (
    SELECT state, local_usd, state_usd
    FROM known_margins
    WHERE measure = :measure AND state <> '' AND coalesce(:kind*, :demand, :program*, NULL) IS NULL
      [[ AND fiscal_year = :fy ]]
    UNION ALL
    SELECT p.state, iif(p.kind IN ('state', 'territory'), NULL, a.counted_usd),
           iif(p.kind IN ('state', 'territory'), a.counted_usd, NULL)
    FROM linked p
    [[^ program_count: JOIN asked_money a ON a.link = p.link ]]
    [[? program_count: JOIN money a ON a.jurisdiction_key = p.key AND a.measure = :measure AND a.program_key IN (:program*) ]]
                       [[? program_count ? fy: AND a.fiscal_year = :fy ]]
    WHERE coalesce(:kind*, :demand, :program*, NULL) IS NOT NULL
),
map_rows AS (
    SELECT t.state AS key, t.state, t.tile_column, t.tile_row, ifnull(c.jurisdictions_count, 0) AS jurisdictions_count,
           '/jurisdictions?state=' || t.state [[ || '&demand=' || :demand ]] AS jurisdictions_count_url
           [[, iif(:measure = '', NULL, a.local_usd) AS local_usd, a.state_usd ]]
    FROM tiles t
    LEFT JOIN (
        [[^ demand: SELECT value AS state, sum(row_count) AS jurisdictions_count FROM place_counts WHERE facet = 'state' GROUP BY value ]]
        [[? demand: SELECT j.state, count(*) AS jurisdictions_count
        FROM demand_recipient r
        JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
        JOIN jurisdiction_row j ON j.key = r.jurisdiction_key
        WHERE r.demand_key = :demand ]] [[? demand ? kind: AND j.kind IN (:kind*) ]]
        [[? demand: GROUP BY j.state ]]) c ON c.state = t.state
    [[? measure: LEFT JOIN (SELECT state, sum(local_usd) AS local_usd, sum(state_usd) AS state_usd
               FROM state_amounts
               GROUP BY state) a ON a.state = t.state ]]
)
