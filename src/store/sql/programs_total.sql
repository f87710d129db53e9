-- with: program_rows
SELECT count(*) AS row_count FROM program_rows
