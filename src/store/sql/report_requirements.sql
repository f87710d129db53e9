-- with: requirement_rows
SELECT count(*) AS row_count, count(*) FILTER (WHERE ended_on IS NULL) AS open_count FROM requirement_rows
