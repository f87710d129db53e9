-- with: ruling_rows
SELECT count(*) AS row_count, count(*) FILTER (WHERE effect = 'bars' AND is_current) AS barring_count FROM ruling_rows
