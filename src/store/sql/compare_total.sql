-- with: funding_rows
SELECT count(*) AS row_count FROM funding_rows
