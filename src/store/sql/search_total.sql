-- with: hits
SELECT count(*) AS row_count FROM hits
