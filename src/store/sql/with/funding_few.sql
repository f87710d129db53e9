-- with: funding_rows, newest_year
-- set: of_year = ^ program, state, j, demand, case, min, max ? fy
-- set: narrowed = state, program, fy, fy_from, fy_to, min, max
-- The first amounts that are found, some times as many as are shown, or all of named jurisdictions. If that is all, they are sorted. If
-- there are more, the order asked for is walked, and soon meets enough of them; it begins where there is something, or after what pages
-- before have shown: by an order that is an expression SQLite looks up one bound, but no pair of values. Those of a program
-- or a state are read from an index, so that many of them are sorted sooner than a few are met. Today's largest have an index by each,
-- and are walked at once, as is what nothing narrows.
funding_most AS NOT MATERIALIZED (
    SELECT [[^ @narrowed: 0 * ]] [[^ past: iif(':sort!' = '-amount_usd', 0, 1) * ]]
           max([[^ past ? program, state: iif(':sort!' = 'jurisdiction_key', 2000, 8000) ]]
               [[? past ? program, state: iif(':sort!' = 'amount_usd', 8000, 2000) ]]
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
    WHERE :sort! >= (SELECT [[? after_value: min(:after_value) ]]
                            [[^ after_value: CASE ':sort!' WHEN '-fiscal_year' THEN -max(fiscal_year)
                                          WHEN 'fiscal_year' THEN coalesce(:fy, :fy_from, -9223372036854775808)
                                          WHEN '-amount_usd' THEN ifnull(-:max, -9223372036854775808)
                                          WHEN 'amount_usd' THEN ifnull(:min, -9223372036854775808)
                                          ELSE -9223372036854775808 END ]]
                     FROM newest_year
                     WHERE (SELECT count(*) FROM funding_few) = (SELECT row_count FROM funding_most) [[ AND measure = :measure ]]
                     HAVING count(*) > 0)
      [[ AND state IN (:state*) ]]
      [[ AND program_key IN (:program*) ]]
      [[ AND +fiscal_year = :fy ]]
      [[ AND +fiscal_year >= :fy_from ]]
      [[ AND +fiscal_year <= :fy_to ]]
      [[ AND measure = :measure ]]
      [[ AND +amount_usd >= :min ]]
      [[ AND +amount_usd <= :max ]]
)
