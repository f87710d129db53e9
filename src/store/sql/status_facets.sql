-- with: status_rows
SELECT 'position' AS facet, position AS value, NULL AS label, count(*) AS row_count, NULL AS record_url FROM status_found GROUP BY position
UNION ALL
SELECT 'requirement', requirement_key, (SELECT short_name FROM requirement WHERE key = requirement_key), count(*), NULL
FROM status_found
GROUP BY requirement_key
UNION ALL
SELECT 'state', state, NULL, count(*), NULL FROM status_found GROUP BY state
ORDER BY facet, row_count DESC, value
