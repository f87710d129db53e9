-- with: jurisdiction_counts
-- One pass over the rows; those named in a demand are few and looked up.
SELECT 'demand' AS facet, r.demand_key AS value, d.name AS label, count(DISTINCT r.jurisdiction_key) AS row_count, NULL AS record_url
FROM demand_recipient r
JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
JOIN jurisdiction_rows j ON j.key = r.jurisdiction_key
GROUP BY d.key
UNION ALL
SELECT 'kind', kind, NULL, sum(n), NULL FROM counted GROUP BY kind
UNION ALL
SELECT 'state', state, NULL, sum(n), NULL FROM counted GROUP BY state
ORDER BY facet, row_count DESC, value
