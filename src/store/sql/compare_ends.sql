-- with: compared
-- Those compared in the first and the last fiscal year asked for: what is counted, or why there is none.
SELECT j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url,
       iif(a.is_flagged, NULL, a.amount_usd) AS from_usd, iif(b.is_flagged, NULL, b.amount_usd) AS to_usd,
       CASE WHEN NOT a.is_flagged THEN 'counted'
            WHEN a.is_flagged THEN 'not-counted'
            WHEN (:fy_from - 1) || '-10-01' > :as_of THEN 'not-yet-known'
            ELSE 'no-data' END AS from_usd_state,
       CASE WHEN NOT b.is_flagged THEN 'counted'
            WHEN b.is_flagged THEN 'not-counted'
            WHEN (:fy_to - 1) || '-10-01' > :as_of THEN 'not-yet-known'
            ELSE 'no-data' END AS to_usd_state,
       ifnull(a.sources || ' ', '') || ifnull(b.sources, '') AS sources
FROM jurisdiction_row j
LEFT JOIN compared a ON a.jurisdiction_key = j.key AND a.fiscal_year = :fy_from
LEFT JOIN compared b ON b.jurisdiction_key = j.key AND b.fiscal_year = :fy_to
WHERE j.key IN (:j*)
ORDER BY j.key
