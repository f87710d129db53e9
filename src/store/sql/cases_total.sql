-- with: case_rows
SELECT count(*) AS row_count FROM case_rows
