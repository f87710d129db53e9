-- with: ruling_rows
SELECT count(*) AS row_count FROM ruling_rows
