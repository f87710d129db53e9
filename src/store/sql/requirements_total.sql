-- with: requirement_rows
SELECT count(*) AS row_count FROM requirement_rows
