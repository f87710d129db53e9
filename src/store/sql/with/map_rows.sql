-- with: money, tiles
-- Every state with the jurisdictions that fit. Amounts of its local governments are added; its own stands apart, for a
-- state receives for many.
placed AS (
    SELECT j.key, j.state, j.kind
    FROM jurisdiction j
    WHERE 1 = 1
      [[ AND j.kind IN (:kind*) ]]
      [[ AND j.key IN (SELECT r.jurisdiction_key FROM demand_recipient r
                       JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
                       WHERE r.demand_key = :demand) ]]
),
map_rows AS (
    SELECT t.state AS key, t.state, t.tile_column, t.tile_row, ifnull(c.jurisdictions_count, 0) AS jurisdictions_count,
           '/jurisdictions?state=' || t.state [[ || '&demand=' || :demand ]] AS jurisdictions_count_url
           [[, iif(:measure = '', NULL, a.local_usd) AS local_usd, a.state_usd ]]
    FROM tiles t
    LEFT JOIN (SELECT state, count(*) AS jurisdictions_count FROM placed GROUP BY state) c ON c.state = t.state
    LEFT JOIN (SELECT p.state, sum(m.counted_usd) FILTER (WHERE p.kind NOT IN ('state', 'territory')) AS local_usd,
                      sum(m.counted_usd) FILTER (WHERE p.kind IN ('state', 'territory')) AS state_usd
               FROM money m
               JOIN placed p ON p.key = m.jurisdiction_key
               WHERE m.measure = :measure
                 [[ AND m.fiscal_year = :fy ]]
                 [[ AND m.program_key IN (SELECT key FROM program WHERE listing IN (:program*) OR key IN (:program*)) ]]
               GROUP BY p.state) a ON a.state = t.state
)
