-- with: deadline_rows
SELECT 'demand' AS facet, demand_key AS value, min(demand) AS label, count(*) AS row_count, NULL AS record_url FROM deadline_rows GROUP BY demand_key
UNION ALL
SELECT 'state', state, NULL, count(*), NULL FROM deadline_rows WHERE state IS NOT NULL GROUP BY state
UNION ALL
SELECT 'standing', due_state, NULL, count(*), NULL FROM deadline_rows GROUP BY due_state
ORDER BY facet, row_count DESC, value
