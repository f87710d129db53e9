-- with: map_rows
SELECT count(*) AS row_count FROM map_rows
