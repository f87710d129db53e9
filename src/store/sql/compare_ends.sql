-- with: compared
-- Those compared in the first and the last fiscal year asked for: what is counted.
SELECT j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, a.amount_usd AS from_usd, b.amount_usd AS to_usd,
       iif(a.amount_usd IS NULL OR b.amount_usd IS NULL, 'no-data', 'counted') AS amount_state,
       ifnull(a.sources || ' ', '') || ifnull(b.sources, '') AS sources
FROM jurisdiction_row j
LEFT JOIN compared a ON a.jurisdiction_key = j.key AND a.fiscal_year = :fy_from AND NOT a.is_flagged
LEFT JOIN compared b ON b.jurisdiction_key = j.key AND b.fiscal_year = :fy_to AND NOT b.is_flagged
WHERE j.key IN (:j*)
ORDER BY j.key
