-- with: case_rows, at_issue
SELECT 'authority' AS facet, authority_key AS value, min(authority_name) AS label, count(*) AS row_count, NULL AS record_url
FROM case_rows
GROUP BY authority_key
UNION ALL
SELECT 'requirement', q.key, min(q.name), count(DISTINCT c.key), NULL
FROM case_rows c
JOIN at_issue i ON i.case_key = c.key
JOIN requirement q ON q.key = i.requirement_key
GROUP BY q.key
ORDER BY facet, row_count DESC, value
