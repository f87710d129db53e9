-- with: status_rows
SELECT count(*) AS row_count FROM status_found
