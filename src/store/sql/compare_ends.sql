-- with: compared
-- Those compared in the first and the last fiscal year asked for: what is counted.
SELECT j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, a.amount_usd AS from_usd, b.amount_usd AS to_usd,
       CASE WHEN a.amount_usd IS NOT NULL AND b.amount_usd IS NOT NULL THEN 'counted'
            WHEN (iif(a.amount_usd IS NULL, :fy_from, :fy_to) - 1) || '-10-01' > :as_of THEN 'not-yet-known'
            ELSE 'no-data' END AS amount_state,
       ifnull(a.sources || ' ', '') || ifnull(b.sources, '') AS sources
FROM jurisdiction_row j
LEFT JOIN compared a ON a.jurisdiction_key = j.key AND a.fiscal_year = :fy_from AND NOT a.is_flagged
LEFT JOIN compared b ON b.jurisdiction_key = j.key AND b.fiscal_year = :fy_to AND NOT b.is_flagged
WHERE j.key IN (:j*)
ORDER BY j.key
