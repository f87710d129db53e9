-- with: amount_levels
ranked_measures AS NOT MATERIALIZED (
    SELECT measure FROM amount_line WHERE measure <> '' AND narrowed_by = '' [[ AND measure = :measure ]]
),
edge_cells AS NOT MATERIALIZED (
    SELECT e.sign, m.measure, m.fiscal_year, m.program_key, m.state, m.counted_usd, m.amount_usd
    FROM amount_edges e
    CROSS JOIN funding_rollup m INDEXED BY [[^ program, state: funding_rollup_newest ]] [[? program: funding_rollup_of_program ]]
                                           [[^ program ? state: funding_rollup_of_state ]]
    WHERE NOT e.is_small AND m.until_on = '9999-12-31' AND m.from_on <= :as_of
      AND m.measure = e.measure AND -m.amount_usd <= -e.least_usd AND -m.amount_usd > -e.kept_usd
      [[ AND m.program_key IN (:program*) ]]
      [[ AND m.state IN (:state*) ]]
      [[? program_count: AND m.program_key || '' = e.narrowed_to ]]
      [[? state_count: AND m.state || '' = e.narrowed_to ]]
      [[? @years: AND m.fiscal_year || '' = e.narrowed_to
    UNION ALL
    SELECT e.sign, m.measure, m.fiscal_year, m.program_key, m.state, m.counted_usd, m.amount_usd
    FROM amount_edges e
    CROSS JOIN funding_rollup m INDEXED BY funding_rollup_earliest
    WHERE e.is_small AND m.measure = e.measure AND m.fiscal_year = CAST(e.narrowed_to AS INTEGER)
      AND m.until_on = '9999-12-31' AND m.from_on <= :as_of AND -m.amount_usd <= -e.least_usd AND -m.amount_usd > -e.kept_usd ]]
),
-- By measure and fiscal year.
funding_levels AS NOT MATERIALIZED (
    SELECT measure, CAST(value AS INTEGER) AS fiscal_year, iif(sum(counted_rows), sum(counted_usd), NULL) AS counted_usd,
           sum(amount_usd) AS amount_usd, sum(counted_rows) AS counted_rows, sum(row_count) AS row_count
    FROM (SELECT measure, value, row_count, counted_rows, counted_usd, amount_usd FROM level_counts WHERE facet = 'fy'
          UNION ALL
          SELECT measure, fiscal_year, sum(sign), sum(iif(counted_usd IS NULL, 0, sign)), sum(sign * ifnull(counted_usd, 0)),
                 sum(sign * amount_usd)
          FROM edge_cells
          GROUP BY measure, fiscal_year)
    GROUP BY measure, CAST(value AS INTEGER)
    HAVING sum(row_count) > 0
)
