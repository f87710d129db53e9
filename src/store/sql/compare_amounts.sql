-- with: compared
-- One year of those compared.
SELECT j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, c.amount_usd,
       iif(c.fiscal_year IS NULL, 'no-data', iif(c.is_flagged, 'not-counted', 'counted')) AS amount_state,
       ifnull(c.is_flagged, 0) AS is_flagged, c.sources
FROM jurisdiction_row j
LEFT JOIN compared c ON c.jurisdiction_key = j.key
WHERE j.key IN (:j*)
ORDER BY ifnull(c.is_flagged, 2), c.amount_usd DESC, j.key
