-- with: compared
-- One year of those compared.
SELECT j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, c.amount_usd,
       CASE WHEN NOT c.is_flagged THEN 'counted'
            WHEN c.is_flagged THEN 'not-counted'
            [[ WHEN (:fy - 1) || '-10-01' > :as_of THEN 'not-yet-known' ]]
            ELSE 'no-data' END AS amount_state,
       ifnull(c.is_flagged, 0) AS is_flagged, c.sources
FROM jurisdiction_row j
LEFT JOIN compared c ON c.jurisdiction_key = j.key
WHERE j.key IN (:j*)
ORDER BY ifnull(c.is_flagged, 2), c.amount_usd DESC, j.key
