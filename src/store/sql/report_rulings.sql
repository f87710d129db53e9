-- with: ruling_rows
SELECT count(*) FILTER (WHERE NOT is_undated) AS row_count, nullif(count(*) FILTER (WHERE is_undated), 0) AS undated_rows,
       count(*) FILTER (WHERE effect = 'bars' AND is_current AND NOT is_undated) AS barring_count
FROM ruling_asked
