-- with: statement_rows
SELECT count(*) AS row_count FROM statement_rows
