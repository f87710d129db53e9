-- with: ruling_rows
SELECT count(*) FILTER (WHERE NOT is_undated) AS row_count, nullif(count(*) FILTER (WHERE is_undated), 0) AS undated_rows
FROM ruling_asked
