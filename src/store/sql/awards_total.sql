-- with: award_cells, award_levels, margins
SELECT ifnull(sum(row_count), 0) AS row_count
FROM (
    SELECT award_count AS row_count FROM margins WHERE measure = 'award'
    UNION ALL
    SELECT count(*) FROM award_cells
    [[? @levelled: UNION ALL
    SELECT row_count FROM level_counts WHERE facet = 'fy'
    UNION ALL
    SELECT sum(sign) FROM edge_cells ]]
)
