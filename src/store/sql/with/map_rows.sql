-- with: money, tiles
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
    SELECT c.state, iif(m.local_rows, m.local_usd, NULL) AS local_usd, iif(m.state_rows, m.state_usd, NULL) AS state_usd
    FROM funding_margin c INDEXED BY funding_margin_cell
    CROSS JOIN funding_margin m ON m.measure = c.measure AND m.state = c.state AND m.program_key = c.program_key
                               AND m.fiscal_year = c.fiscal_year
                               AND m.from_on = (SELECT max(x.from_on) FROM funding_margin x
                                                WHERE x.measure = c.measure AND x.state = c.state
                                                  AND x.program_key = c.program_key AND x.fiscal_year = c.fiscal_year
                                                  AND x.from_on <= :as_of)
    WHERE c.until_on = '9999-12-31' AND c.measure = :measure AND c.state <> ''
      AND coalesce(:kind*, :demand, :program*, NULL) IS NULL
      [[ AND c.fiscal_year = :fy ]]
    UNION ALL
    SELECT p.state, iif(p.kind IN ('state', 'territory'), NULL, m.counted_usd),
           iif(p.kind IN ('state', 'territory'), m.counted_usd, NULL)
    FROM money m
    JOIN placed p ON p.key = m.jurisdiction_key
    WHERE m.measure = :measure
      [[ AND m.fiscal_year = :fy ]]
      [[ AND m.program_key IN (SELECT key FROM program WHERE listing IN (:program*) OR key IN (:program*)) ]]
),
map_rows AS (
    SELECT t.state AS key, t.state, t.tile_column, t.tile_row, ifnull(c.jurisdictions_count, 0) AS jurisdictions_count,
           '/jurisdictions?state=' || t.state [[ || '&demand=' || :demand ]] AS jurisdictions_count_url
           [[, iif(:measure = '', NULL, a.local_usd) AS local_usd, a.state_usd ]]
    FROM tiles t
    LEFT JOIN (SELECT j.state, count(*) AS jurisdictions_count
               FROM jurisdiction j
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
