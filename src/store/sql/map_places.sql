-- with: money
-- The jurisdictions that fit as places, the largest first, as many as a map can show; row_count is of all.
SELECT j.name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.latitude, j.longitude
       [[, iif(:measure = '', NULL, ifnull(a.counted_usd, a.uncounted_usd)) AS amount_usd,
       CASE WHEN a.counted_usd IS NOT NULL THEN 'counted' WHEN a.uncounted_usd IS NOT NULL THEN 'not-counted' ELSE 'no-data' END AS amount_state,
       a.counted_usd IS NULL AND a.uncounted_usd IS NOT NULL AS is_flagged ]],
       ifnull(a.sources, (SELECT f.sources FROM fact f WHERE f.table_name = 'jurisdiction' AND f.row_key = j.key)) AS sources,
       count(*) OVER () AS row_count
FROM jurisdiction j
LEFT JOIN (SELECT m.jurisdiction_key, sum(m.counted_usd) AS counted_usd, sum(m.uncounted_usd) AS uncounted_usd,
                  group_concat(m.sources, ' ') AS sources
           FROM money m
           WHERE m.measure = :measure
             [[ AND m.fiscal_year = :fy ]]
             [[ AND m.program_key IN (SELECT key FROM program WHERE listing IN (:program*) OR key IN (:program*)) ]]
           GROUP BY +m.jurisdiction_key) a ON a.jurisdiction_key = j.key
WHERE 1 = 1
  [[ AND j.kind IN (:kind*) ]]
  [[ AND j.key IN (SELECT r.jurisdiction_key FROM demand_recipient r
                   JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
                   WHERE r.demand_key = :demand) ]]
ORDER BY j.rowid
LIMIT 2000
