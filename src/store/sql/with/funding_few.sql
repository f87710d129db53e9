-- with: funding_rows, newest_year
-- set: of_year = ^ program, state, j, demand, case, min, max ? fy
-- set: narrowed = state, program, fy, fy_from, fy_to, min, max
-- The first amounts that are found, some times as many as are shown, or all of named jurisdictions. If that is all, they are sorted. If
-- there are more, the order asked for is walked, and soon meets enough of them; it begins where there is something, or after what pages
-- before have shown: by an order that is an expression SQLite looks up one bound, but no pair of values. Those of a program
-- or a state are read from an index, so that many of them are sorted sooner than a few are met. Today's largest have an index by each,
-- and are walked at once, as is what nothing narrows.
funding_most AS NOT MATERIALIZED (
    SELECT [[^ @narrowed | ^ past ? sort=-amount: 0 * ]]
           max([[^ past, sort=name ? program, state | ? past ? program, state ? sort=amount: 8000 ]]
               [[^ past ? program, state ? sort=name | ^ sort=amount ? past ? program, state: 2000 ]]
               [[^ program, state: 500 ]], 3 * ifnull(:limit, 0)) AS row_count
),
-- Those of a year, which nothing narrows but a measure.
year_cells AS NOT MATERIALIZED (
    SELECT rowid AS place
    FROM funding_rollup INDEXED BY [[? measure: funding_rollup_earliest ]] [[^ measure: funding_rollup_any_earliest ]]
    WHERE fiscal_year = :fy [[ AND measure = :measure ]]
),
funding_few AS MATERIALIZED (
    SELECT m.place, m.fiscal_year, m.amount_usd
    FROM [[@of_year: year_cells y CROSS JOIN ]] funding_found m [[@of_year: ON m.place = y.place ]]
    WHERE 1 = 1
      [[^ program, state ? fy: AND m.fiscal_year = :fy ]]
      [[^ program, state ? fy_from: AND m.fiscal_year >= :fy_from ]]
      [[^ program, state ? fy_to: AND m.fiscal_year <= :fy_to ]]
      [[^ program, state ? min: AND -m.amount_usd <= -:min ]]
      [[^ program, state ? max: AND -m.amount_usd >= -:max ]]
      [[? program, state ? min: AND +m.amount_usd >= :min ]]
      [[? program, state ? max: AND +m.amount_usd <= :max ]]
    [[^ j, demand, case: LIMIT (SELECT row_count FROM funding_most) ]]
),
funding_many AS NOT MATERIALIZED (
    SELECT place, jurisdiction_key, fiscal_year, amount_usd
    FROM money
    WHERE :sort! >= (SELECT min([[? after_value: :after_value ]]
                                [[^ after_value ? sort=name: -9223372036854775808 ]]
                                [[^ after_value ? sort=-fiscal-year: -fiscal_year ]]
                                [[^ after_value ? sort=fiscal-year: coalesce(:fy, :fy_from, -9223372036854775808) ]]
                                [[^ after_value ? sort=-amount: ifnull(-:max, -9223372036854775808) ]]
                                [[^ after_value ? sort=amount: ifnull(:min, -9223372036854775808) ]])
                     FROM newest_year
                     WHERE (SELECT count(*) FROM funding_few) = (SELECT row_count FROM funding_most) [[ AND measure = :measure ]])
      [[ AND state IN (:state*) ]]
      [[ AND program_key IN (:program*) ]]
      [[ AND +fiscal_year = :fy ]]
      [[ AND +fiscal_year >= :fy_from ]]
      [[ AND +fiscal_year <= :fy_to ]]
      [[ AND measure = :measure ]]
      [[ AND +amount_usd >= :min ]]
      [[ AND +amount_usd <= :max ]]
)
