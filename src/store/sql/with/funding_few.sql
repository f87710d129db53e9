-- with: funding_rows, newest_year, last_cell
-- when: of_year = ^ program, state, j, demand, case, min, max ? fy
-- when: narrowed = ? state, program, fy, fy_from, fy_to, min, max
-- when: indexed = ? program, state, j, demand, case
-- when: ordered = ^ past, @indexed ? sort=-amount | ^ past, j, demand, case, program_count, state_count ? measure ? sort=-amount
-- when: placed = ? sort=name ? program, state
-- The first amounts that are found, some times as many as are shown, or all of named jurisdictions. If that is all, they are sorted. If
-- there are more, the order asked for is walked, and soon meets enough of them; it begins where there is something, or after what pages
-- before have shown: by an order that is an expression SQLite looks up one bound, but no pair of values. Those of a program
-- or a state are read from an index, so that many of them are sorted sooner than a few are met; by name they are in the order of the
-- roll-up, of which the index tells. Today's largest of a measure have an index by each, and are walked at once, as is what
-- nothing narrows.
funding_most AS NOT MATERIALIZED (
    SELECT [[^ j, demand, case, @narrowed | ? @ordered: 0 * ]]
           max([[? j, demand, case: 9223372036854775807, ]]
               [[? @placed: 30000 ]]
               [[^ past, sort=name ? program, state | ? past ? program, state ? sort=amount: 8000 ]]
               [[^ sort=amount, sort=name ? past ? program, state: 2000 ]]
               [[^ program, state: 500 ]], 3 * ifnull(:limit, 0)) AS row_count
),
-- The year asked for, where anything of it is known yet: a row or none.
known_year AS (SELECT fiscal_year FROM newest_year WHERE fiscal_year = :fy LIMIT 1),
-- Those of a year, which nothing narrows but a measure.
year_cells AS NOT MATERIALIZED (
    SELECT rowid AS place
    FROM funding_rollup INDEXED BY [[? measure: funding_rollup_earliest ]] [[^ measure: funding_rollup_any_earliest ]]
    WHERE fiscal_year = (SELECT fiscal_year FROM known_year) [[ AND measure = :measure ]]
),
-- Sizes are found in the order of amounts, since years hold too many of all sizes.
funding_few AS MATERIALIZED (
    SELECT m.place, m.fiscal_year, m.amount_usd
    FROM [[? @of_year: year_cells y CROSS JOIN ]] [[^ @indexed ? min, max ? fy: known_year CROSS JOIN ]] funding_found m [[? @of_year: ON m.place = y.place ]]
    WHERE 1 = 1
      [[^ measure, @indexed ? min, max: AND m.measure IN (SELECT measure FROM money_line) ]]
      [[^ @indexed, min, max ? fy_from: AND m.fiscal_year >= :fy_from ]]
      [[^ @indexed, min, max ? fy_to: AND m.fiscal_year <= :fy_to ]]
      [[^ @indexed ? min: AND -m.amount_usd <= -:min ]]
      [[^ @indexed ? max: AND -m.amount_usd >= -:max ]]
      [[? @indexed ? min: AND +m.amount_usd >= :min ]]
      [[? @indexed ? max: AND +m.amount_usd <= :max ]]
    LIMIT (SELECT row_count FROM funding_most)
),
funding_many AS NOT MATERIALIZED (
    SELECT place, jurisdiction_key, fiscal_year, amount_usd
    FROM money
    WHERE [[? @placed: place ]] [[^ @placed: :sort! ]]
          >= (SELECT min([[? @placed: (SELECT place FROM named_cell) ]]
                         [[^ @placed ? after_value: :after_value ]]
                         [[^ after_value, program, state ? sort=name: -9223372036854775808 ]]
                         [[^ after_value ? sort=-fiscal-year: -fiscal_year ]]
                         [[^ after_value ? sort=fiscal-year: coalesce(:fy, :fy_from, -9223372036854775808) ]]
                         [[^ after_value ? sort=-amount: ifnull(-:max, -9223372036854775808) ]]
                         [[^ after_value ? sort=amount: ifnull(:min, -9223372036854775808) ]])
              FROM newest_year
              WHERE (SELECT count(*) FROM funding_few) = (SELECT row_count FROM funding_most) [[ AND measure = :measure ]])
      [[^ sort=name ? state: AND state IN (:state*) ]] [[? sort=name ? state: AND +state IN (:state*) ]]
      [[^ sort=name ? program: AND program_key IN (:program*) ]] [[? sort=name ? program: AND +program_key IN (:program*) ]]
      [[^ @placed ? measure: AND measure = :measure ]] [[? @placed ? measure: AND +measure = :measure ]]
      [[ AND +fiscal_year = :fy ]]
      [[ AND +fiscal_year >= :fy_from ]]
      [[ AND +fiscal_year <= :fy_to ]]
      [[ AND +amount_usd >= :min ]]
      [[ AND +amount_usd <= :max ]]
)
