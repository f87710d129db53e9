-- with: jurisdiction_rows
SELECT 'demand' AS facet, r.demand_key AS value, d.name AS label, count(DISTINCT r.jurisdiction_key) AS row_count, NULL AS record_url
FROM demand_recipient r
JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
WHERE r.jurisdiction_key IN (SELECT key FROM jurisdiction_rows)
GROUP BY d.key
UNION ALL
SELECT 'kind', kind, NULL, count(*), NULL FROM jurisdiction_rows GROUP BY kind
UNION ALL
SELECT 'state', state, NULL, count(*), NULL FROM jurisdiction_rows GROUP BY state
ORDER BY facet, row_count DESC, value
