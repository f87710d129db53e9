-- with: case_rows
SELECT count(*) FILTER (WHERE NOT is_undated) AS row_count, nullif(count(*) FILTER (WHERE is_undated), 0) AS undated_rows,
       ifnull(sum(rulings_count) FILTER (WHERE NOT is_undated), 0) AS rulings_count
FROM case_asked
