-- with: funding_sums
-- Money of the question by fiscal year, a year without any among them. What is not counted stands where nothing is. amounts_range: the
-- fewest and the most amounts that a year with any has on record, where the years differ.
SELECT y.fiscal_year, ifnull(sum(r.counted_usd), sum(r.amount_usd)) AS amount_usd,
       iif(sum(r.counted_rows) > 0, 'counted', iif(count(r.row_count), 'not-counted', 'no-data')) AS amount_state,
       count(r.row_count) > 0 AND sum(r.counted_rows) = 0 AS is_flagged,
       iif(min(sum(r.row_count)) OVER () < max(sum(r.row_count)) OVER (),
           min(sum(r.row_count)) OVER () || '–' || max(sum(r.row_count)) OVER (), NULL) AS amounts_range,
       'fy' AS facet, y.fiscal_year || '' AS value, NULL AS record_url
FROM (WITH RECURSIVE year (fiscal_year, last) AS (
          SELECT min(fiscal_year), max(fiscal_year) FROM funding_sums
          UNION ALL
          SELECT fiscal_year + 1, last FROM year WHERE fiscal_year < last)
      SELECT fiscal_year FROM year WHERE fiscal_year IS NOT NULL) y
LEFT JOIN funding_sums r ON r.fiscal_year = y.fiscal_year
GROUP BY y.fiscal_year
ORDER BY y.fiscal_year
