-- with: finding_rows
SELECT count(*) AS row_count FROM finding_rows
