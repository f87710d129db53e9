-- with: case_rows
SELECT count(*) AS row_count, ifnull(sum(rulings_count), 0) AS rulings_count FROM case_rows
