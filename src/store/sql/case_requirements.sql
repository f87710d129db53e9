-- with: at_issue
SELECT q.name AS requirement_name, '/requirements/' || q.key AS requirement_url
FROM at_issue i
JOIN requirement q ON q.key = i.requirement_key
WHERE i.case_key = :key
ORDER BY q.effective_on, q.key
