-- with: money
-- The jurisdictions that fit as places, the largest first, as many as a map can show; row_count is of all.
SELECT p.name AS jurisdiction, '/jurisdictions/' || p.key AS jurisdiction_url, p.latitude, p.longitude
       [[, iif(:measure = '', NULL, ifnull(sum(m.counted_usd), sum(m.uncounted_usd))) AS amount_usd,
       CASE WHEN sum(m.counted_usd) IS NOT NULL THEN 'counted' WHEN sum(m.uncounted_usd) IS NOT NULL THEN 'not-counted' ELSE 'no-data' END AS amount_state,
       sum(m.counted_usd) IS NULL AND sum(m.uncounted_usd) IS NOT NULL AS is_flagged ]],
       ifnull(group_concat(m.sources, ' '),
              (SELECT f.sources FROM fact f WHERE f.table_name = 'jurisdiction' AND f.row_key = p.key)) AS sources,
       (SELECT count(*) FROM jurisdiction j
        WHERE 1 = 1
          [[ AND j.kind IN (:kind*) ]]
          [[ AND j.key IN (SELECT r.jurisdiction_key FROM demand_recipient r
                           JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
                           WHERE r.demand_key = :demand) ]]) AS row_count
FROM (
    SELECT j.rowid AS id, j.key, j.name, j.latitude, j.longitude
    FROM jurisdiction j
    WHERE 1 = 1
      [[ AND j.kind IN (:kind*) ]]
      [[ AND j.key IN (SELECT r.jurisdiction_key FROM demand_recipient r
                       JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
                       WHERE r.demand_key = :demand) ]]
    ORDER BY j.rowid
    LIMIT 2000
) p
LEFT JOIN money m ON m.jurisdiction_key = p.key AND m.measure = :measure
  [[ AND m.fiscal_year = :fy ]]
  [[ AND m.program_key IN (:program*) ]]
GROUP BY p.id
ORDER BY p.id
