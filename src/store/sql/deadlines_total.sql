-- with: deadline_rows
SELECT count(*) AS row_count FROM deadline_rows
