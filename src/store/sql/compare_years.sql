-- with: compared
-- Those compared, each over the same fiscal years, a year without money among them.
SELECT j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, y.fiscal_year, c.amount_usd,
       iif(c.fiscal_year IS NULL, 'no-data', iif(c.is_flagged, 'not-counted', 'counted')) AS amount_state,
       ifnull(c.is_flagged, 0) AS is_flagged, c.sources
FROM jurisdiction_row j
JOIN (WITH RECURSIVE year (fiscal_year, last) AS (
          SELECT min(fiscal_year), max(fiscal_year) FROM compared
          UNION ALL
          SELECT fiscal_year + 1, last FROM year WHERE fiscal_year < last)
      SELECT fiscal_year FROM year WHERE fiscal_year IS NOT NULL) y
LEFT JOIN compared c ON c.jurisdiction_key = j.key AND c.fiscal_year = y.fiscal_year
WHERE j.key IN (:j*)
ORDER BY j.key, y.fiscal_year
