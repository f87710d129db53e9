-- with: change_rows
SELECT count(*) AS row_count FROM change_rows
