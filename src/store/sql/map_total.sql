-- with: map_rows, tiles
-- Every state has one row, whatever is asked of it.
SELECT count(*) AS row_count FROM tiles
