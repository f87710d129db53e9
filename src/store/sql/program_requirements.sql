SELECT q.short_name AS requirement, '/requirements/' || q.key AS requirement_url, r.fy_from, r.fy_to,
       q.effective_on, q.effective_on_precision,
       CASE WHEN q.ended_on <= :as_of THEN q.ended_on END AS ended_on, q.summary, f.sources
FROM requirement_program r
JOIN requirement q ON q.key = r.requirement_key
LEFT JOIN fact f ON f.table_name = 'requirement' AND f.row_key = q.key
WHERE r.program_key = :key AND q.effective_on <= :as_of
ORDER BY q.effective_on, q.key
