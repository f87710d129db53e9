-- with: compared
-- Those compared, each over the same fiscal years: those asked for that have begun on :as_of or of which something is known, with
-- money or without, as far as a chart has room for them.
SELECT j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, y.fiscal_year, c.amount_usd,
       CASE WHEN NOT c.is_flagged THEN 'counted'
            WHEN c.is_flagged THEN 'not-counted'
            WHEN (y.fiscal_year - 1) || '-10-01' > :as_of THEN 'not-yet-known'
            ELSE 'no-data' END AS amount_state,
       ifnull(c.is_flagged, 0) AS is_flagged, c.sources
FROM jurisdiction_row j
JOIN (WITH RECURSIVE known AS (
          SELECT min(fiscal_year) AS first, max(fiscal_year) AS last FROM compared),
      asked AS (
          SELECT coalesce([[ :fy_from, ]] NULL, first) AS first,
                 coalesce([[ max(last, min(:fy_to, substr(:as_of, 1, 4) + (substr(:as_of, 6, 2) >= '10'))), ]] NULL, last) AS last
          FROM known),
      year AS (
          SELECT iif(a.last - a.first < 40, a.first, k.first) AS fiscal_year, iif(a.last - a.first < 40, a.last, k.last) AS last
          FROM known k JOIN asked a ON k.first IS NOT NULL
          UNION ALL
          SELECT fiscal_year + 1, last FROM year WHERE fiscal_year < last)
      SELECT fiscal_year FROM year) y
LEFT JOIN compared c ON c.jurisdiction_key = j.key AND c.fiscal_year = y.fiscal_year
WHERE j.key IN (:j*)
ORDER BY j.key, y.fiscal_year
