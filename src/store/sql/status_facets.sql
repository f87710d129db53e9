-- with: status_rows
SELECT 'position' AS facet, position AS value, NULL AS label, count(*) AS row_count, NULL AS record_url FROM status_rows GROUP BY position
UNION ALL
SELECT 'requirement', requirement_key, min(requirement), count(*), NULL FROM status_rows GROUP BY requirement_key
UNION ALL
SELECT 'state', state, NULL, count(*), NULL FROM status_rows GROUP BY state
ORDER BY facet, row_count DESC, value
