-- with: deadline_rows
SELECT count(*) AS row_count, count(*) FILTER (WHERE due_state = 'passed') AS passed_count,
       count(*) FILTER (WHERE outcome IS NOT NULL) AS answered_count
FROM deadline_rows
