-- with: at_issue
SELECT q.short_name AS requirement, '/requirements/' || q.key AS requirement_url, q.name AS requirement_name
FROM at_issue i
JOIN requirement q ON q.key = i.requirement_key
WHERE i.case_key = :key
ORDER BY q.effective_on, q.key
