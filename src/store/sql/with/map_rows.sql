-- with: known_margins, money, tiles
-- Every state with the jurisdictions that fit. Amounts of its local governments are added; its own stands apart, for a
-- state receives for many. Of all jurisdictions and programs the margins tell; of some, their cells are added.
placed AS (
    SELECT j.key, j.state, j.kind
    FROM jurisdiction j
    WHERE coalesce(:kind*, :demand, :program*, NULL) IS NOT NULL
      [[ AND j.kind IN (:kind*) ]]
      [[ AND j.key IN (SELECT r.jurisdiction_key FROM demand_recipient r
                       JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
                       WHERE r.demand_key = :demand) ]]
),
state_amounts AS (
    SELECT state, local_usd, state_usd
    FROM known_margins
    WHERE measure = :measure AND state <> '' AND coalesce(:kind*, :demand, :program*, NULL) IS NULL
      [[ AND fiscal_year = :fy ]]
    UNION ALL
    SELECT p.state, iif(p.kind IN ('state', 'territory'), NULL, m.counted_usd),
           iif(p.kind IN ('state', 'territory'), m.counted_usd, NULL)
    FROM money m
    JOIN placed p ON p.key = m.jurisdiction_key
    WHERE m.measure = :measure
      [[ AND m.fiscal_year = :fy ]]
      [[ AND m.program_key IN (:program*) ]]
),
map_rows AS (
    SELECT t.state AS key, t.state, t.tile_column, t.tile_row, ifnull(c.jurisdictions_count, 0) AS jurisdictions_count,
           '/jurisdictions?state=' || t.state [[ || '&demand=' || :demand ]] AS jurisdictions_count_url
           [[, iif(:measure = '', NULL, a.local_usd) AS local_usd, a.state_usd ]]
    FROM tiles t
    LEFT JOIN (SELECT j.state, count(*) AS jurisdictions_count
               FROM jurisdiction_row j
               WHERE 1 = 1
                 [[ AND j.kind IN (:kind*) ]]
                 [[ AND j.key IN (SELECT r.jurisdiction_key FROM demand_recipient r
                                  JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
                                  WHERE r.demand_key = :demand) ]]
               GROUP BY j.state) c ON c.state = t.state
    LEFT JOIN (SELECT state, sum(local_usd) AS local_usd, sum(state_usd) AS state_usd
               FROM state_amounts
               GROUP BY state) a ON a.state = t.state
)
