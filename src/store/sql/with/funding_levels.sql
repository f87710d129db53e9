-- with: amount_levels
ranked_measures AS NOT MATERIALIZED (
    SELECT measure FROM amount_line WHERE measure <> '' AND narrowed_by = '' [[ AND measure = :measure ]]
),
edge_cells AS NOT MATERIALIZED (
    SELECT e.sign, m.measure, m.fiscal_year, m.program_key, m.state, m.counted_usd, m.amount_usd
    FROM [[^ past: amount_edges ]] [[? past: past_edges ]] e
    CROSS JOIN funding_rollup m INDEXED BY [[? past: funding_rollup_largest ]] [[^ past, program, state: funding_rollup_newest ]]
                                           [[^ past ? program: funding_rollup_of_program ]]
                                           [[^ past, program ? state: funding_rollup_of_state ]]
    WHERE NOT e.is_small AND m.from_on <= :as_of AND [[^ past: m.until_on = '9999-12-31' ]] [[? past: m.until_on > :as_of ]]
      AND m.measure = e.measure AND -m.amount_usd <= -e.least_usd AND -m.amount_usd > -e.kept_usd
      [[ AND m.program_key IN (:program*) ]]
      [[ AND m.state IN (:state*) ]]
      [[? program_count: AND m.program_key || '' = e.narrowed_to ]]
      [[? state_count: AND m.state || '' = e.narrowed_to ]]
      [[? past ? fy: AND +m.fiscal_year = :fy ]]
      [[? past ? fy_from: AND +m.fiscal_year >= :fy_from ]]
      [[? past ? fy_to: AND +m.fiscal_year <= :fy_to ]]
      [[^ past ? @years: AND m.fiscal_year || '' = e.narrowed_to
    UNION ALL
    SELECT e.sign, m.measure, m.fiscal_year, m.program_key, m.state, m.counted_usd, m.amount_usd
    FROM amount_edges e
    CROSS JOIN funding_rollup m INDEXED BY funding_rollup_earliest
    WHERE e.is_small AND m.measure = e.measure AND m.fiscal_year = CAST(e.narrowed_to AS INTEGER)
      AND m.until_on = '9999-12-31' AND m.from_on <= :as_of AND -m.amount_usd <= -e.least_usd AND -m.amount_usd > -e.kept_usd ]]
),
-- By measure and fiscal year, added up without sorting them: those of all measures, where none is asked for, are few but for awards.
edge_years AS NOT MATERIALIZED (
    SELECT x.measure, f.key AS sum, e.key AS value, e.value AS amount
    FROM (SELECT max(measure) AS measure,
                 sums_of('rows', fiscal_year, sign, 'counted', fiscal_year, iif(counted_usd IS NULL, 0, sign),
                         'counted_usd', fiscal_year, sign * counted_usd, 'amount_usd', fiscal_year, sign * amount_usd) AS sums
          FROM edge_cells
          [[^ measure: GROUP BY measure ]]) x
    JOIN json_each(x.sums) f
    JOIN json_each(f.value) e
),
funding_levels AS NOT MATERIALIZED (
    SELECT measure, CAST(value AS INTEGER) AS fiscal_year, iif(sum(counted_rows), sum(counted_usd), NULL) AS counted_usd,
           sum(amount_usd) AS amount_usd, sum(counted_rows) AS counted_rows, sum(row_count) AS row_count
    FROM (SELECT measure, value, row_count, counted_rows, counted_usd, amount_usd FROM level_counts WHERE facet = 'fy'
          UNION ALL
          SELECT measure, value, iif(sum = 'rows', amount, 0), iif(sum = 'counted', amount, 0), iif(sum = 'counted_usd', amount, 0),
                 iif(sum = 'amount_usd', amount, 0)
          FROM edge_years)
    GROUP BY measure, CAST(value AS INTEGER)
    HAVING sum(row_count) > 0
)
