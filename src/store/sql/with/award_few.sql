-- with: award_rows, award_sized, newest_year
-- when: of_years = ^ j, program, state, min, max ? fy, fy_from, fy_to
-- when: ranked = ^ past, j, state, program_count, min, max ? program ? sort=-fiscal-year, sort=-amount
-- The first awards that are found, some times as many as are shown, or all of a jurisdiction. If that is all, they are sorted. If there
-- are more, the order asked for is walked, and soon meets enough of them; it begins as that of amounts does
-- (funding_few). Those of a program or a state are read from an index, so that many of them are sorted sooner than a few are met.
-- Today's latest and largest of a program have an index by each, and are walked at once (award_ranked).
award_most AS NOT MATERIALIZED (
    SELECT [[? @ranked: 0 * ]] max([[? program, state: 5000, 100 ]] [[^ program, state ? past: 1500, 8 ]] [[^ past, program, state: 500, 3 ]]
                                 * ifnull(:limit, 0)) AS row_count
),
-- Those of years, which nothing else narrows; none of years of which nothing is known yet.
year_awards AS NOT MATERIALIZED (
    SELECT rowid AS place
    FROM award
    WHERE fiscal_year BETWEEN max(ifnull(:fy, 0), ifnull(:fy_from, 0)) AND (SELECT fiscal_year FROM newest_year WHERE measure = 'award')
),
award_few AS MATERIALIZED (
    SELECT award_id, fiscal_year, amount_usd
    FROM [[? @of_years: year_awards y CROSS JOIN ]] award_sized [[? @of_years: ON award_id = y.place ]]
    [[^ j: LIMIT (SELECT row_count FROM award_most) ]]
),
award_ranked AS NOT MATERIALIZED (
    SELECT award_id, fiscal_year, NULL AS recipient_name, amount_usd
    FROM award_found
    WHERE 1 = 1
      [[ AND program = (SELECT rowid FROM program WHERE key IN (:program*)) ]]
      [[ AND -fiscal_year = -:fy ]]
),
award_many AS NOT MATERIALIZED (
    SELECT award_id, fiscal_year, recipient_name, amount_usd
    FROM award_rows
    WHERE :sort! >= (SELECT [[? after_value: :after_value ]]
                            [[^ after_value ? sort=-fiscal-year: -fiscal_year ]]
                            [[^ after_value ? sort=fiscal-year: coalesce(:fy, :fy_from, -9223372036854775808) ]]
                            [[^ after_value ? sort=name: '' ]]
                            [[^ after_value ? sort=-amount: ifnull(-:max, -9223372036854775808) ]]
                            [[^ after_value ? sort=amount: ifnull(:min, -9223372036854775808) ]]
                     FROM newest_year
                     WHERE measure = 'award' AND (SELECT count(*) FROM award_few) = (SELECT row_count FROM award_most)
                           [[? @ranked: AND 0 ]])
      [[ AND -fiscal_year <= -:fy ]]
      [[ AND amount_usd >= :min ]]
      [[ AND amount_usd <= :max ]]
)
