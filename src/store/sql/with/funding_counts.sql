-- with: funding_cells, funding_levels, margins, margin_counts
-- when: apart = ? j, min, max, demand, case
-- when: one_by_one = ? @apart | ? state ? program
-- How many cells each value has: by the margins or levels where they tell, else cell by cell.
cell_counts AS NOT MATERIALIZED (
    [[^ @one_by_one:
    SELECT 'fy' AS facet, CAST(fiscal_year AS TEXT) AS value, row_count FROM margins WHERE row_count > 0
    UNION ALL
    SELECT 'measure', measure, row_count FROM margins WHERE row_count > 0 ]]
    [[^ @apart, state, program:
    UNION ALL
    SELECT facet, value, row_count FROM margin_counts WHERE row_count > 0 ]]
    [[? @one_by_one:
    SELECT f.key AS facet, e.key AS value, e.value AS row_count
    FROM (SELECT counts_of('fy', fiscal_year, 'measure', measure, 'state', state, 'program', program_key) AS counts FROM funding_cells) x
    JOIN json_each(x.counts) f
    JOIN json_each(f.value) e ]]
    [[? @levelled: UNION ALL
    SELECT facet, value, row_count FROM level_counts
    UNION ALL
    SELECT 'measure', measure, row_count FROM level_counts WHERE facet = 'fy'
    UNION ALL
    SELECT f.key, e.key, e.value
    FROM (SELECT sums_of('fy', fiscal_year, sign, 'measure', measure, sign, 'state', state, sign, 'program', program_key, sign) AS counts
          FROM edge_cells) x
    JOIN json_each(x.counts) f
    JOIN json_each(f.value) e ]]
),
funding_counts AS NOT MATERIALIZED (
    SELECT c.facet, iif(c.facet = 'fy', -c.value, 0) AS sort_value, sum(c.row_count) AS row_count, c.value, p.short_name AS label
    FROM cell_counts c
    LEFT JOIN program p ON c.facet = 'program' AND p.key = c.value
    GROUP BY c.facet, c.value
    HAVING sum(c.row_count) > 0
)
