-- with: policy_rows
SELECT 'state' AS facet, state AS value, NULL AS label, count(*) AS row_count, NULL AS record_url FROM policy_rows GROUP BY state
UNION ALL
SELECT 'kind', kind, NULL, count(*), NULL FROM policy_rows GROUP BY kind
ORDER BY facet, row_count DESC, value
