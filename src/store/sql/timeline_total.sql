-- with: timeline_rows
SELECT count(*) AS row_count FROM timeline_rows
