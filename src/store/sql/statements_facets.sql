-- with: statement_rows
SELECT 'demand' AS facet, demand_key AS value, min(demand) AS label, count(*) AS row_count, NULL AS record_url
FROM statement_rows
WHERE demand_key IS NOT NULL
GROUP BY demand_key
ORDER BY row_count DESC, value
