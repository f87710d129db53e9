-- with: jurisdiction_found
-- The money of those found, where a measure is asked for.
asked_money AS NOT MATERIALIZED (
    SELECT m.jurisdiction_key, m.counted_usd, m.uncounted_usd, m.flag_reason, m.sources
    FROM money m
    WHERE m.measure = :measure
      [[ AND m.fiscal_year = :fy ]]
      [[ AND m.program_key IN (:program*) ]]
),
jurisdiction_sums AS NOT MATERIALIZED (
    SELECT j.id, ifnull(sum(m.counted_usd), sum(m.uncounted_usd)) AS amount_usd, sum(m.counted_usd) AS counted_usd,
           max(m.flag_reason) AS flag_reason, group_concat(m.sources, ' ') AS sources
    FROM jurisdiction_found j
    LEFT JOIN asked_money m ON m.jurisdiction_key = j.key
    GROUP BY +j.id
)
