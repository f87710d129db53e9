-- with: funding_rows
-- Money of those compared by fiscal year; what is not counted stands where nothing is.
compared AS (
    SELECT jurisdiction_key, fiscal_year, ifnull(sum(counted_usd), sum(amount_usd)) AS amount_usd,
           count(counted_usd) = 0 AS is_flagged,
           ifnull(group_concat(sources, ' ') FILTER (WHERE counted_usd IS NOT NULL), group_concat(sources, ' ')) AS sources
    FROM funding_rows
    WHERE jurisdiction_key IN (:j*)
    GROUP BY jurisdiction_key, fiscal_year
)
