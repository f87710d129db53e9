-- with: award_cells, margins
SELECT ifnull(sum(row_count), 0) AS row_count
FROM (
    SELECT award_count AS row_count FROM margins WHERE measure = 'award'
    UNION ALL
    SELECT count(*) FROM award_cells
)
