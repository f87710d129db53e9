-- with: award_rows, award_sized, newest_year
-- set: of_years = ^ j, program, state, fy, min, max ? fy_from, fy_to
-- set: of_program = ^ past, j, state, program_count, min, max ? program
-- The first awards that are found, some times as many as are shown, or all of a jurisdiction. If that is all, they are sorted. If there
-- are more, the order asked for is walked, and soon meets enough of them; it begins as that of amounts does
-- (funding_few). Those of a program or a state are read from an index, so that many of them are sorted sooner than a few are met.
-- Today's latest and largest of a program have an index by each, and are walked at once (award_ranked).
is_ranked AS NOT MATERIALIZED (
    SELECT [[@of_program: ':sort!' IN ('-fiscal_year', 'ifnull(-amount_usd, 9223372036854775807)') OR ]] 0 AS is_so
),
award_most AS NOT MATERIALIZED (
    SELECT iif(is_so, 0, max([[? program, state: 5000, 100 ]] [[^ program, state ? past: 1500, 8 ]] [[^ past, program, state: 500, 3 ]]
                             * ifnull(:limit, 0))) AS row_count
    FROM is_ranked
),
award_few AS MATERIALIZED (
    SELECT award_id, fiscal_year, amount_usd
    FROM [[^ j, program, state ? fy: (SELECT rowid FROM award WHERE -fiscal_year = -:fy) y CROSS JOIN ]]
         [[@of_years: (SELECT rowid FROM award WHERE fiscal_year BETWEEN ifnull(:fy_from, 0) AND ifnull(:fy_to, 9999)) y CROSS JOIN ]]
         award_sized
    [[^ j, program, state ? fy: ON award_id = y.rowid ]] [[@of_years: ON award_id = y.rowid ]]
    [[^ j: LIMIT (SELECT row_count FROM award_most) ]]
),
award_ranked AS NOT MATERIALIZED (
    SELECT award_id, fiscal_year, NULL AS recipient_name, amount_usd
    FROM award_found
    WHERE (SELECT is_so FROM is_ranked)
      [[ AND program = (SELECT rowid FROM program WHERE key IN (:program*)) ]]
      [[ AND -fiscal_year = -:fy ]]
),
award_many AS NOT MATERIALIZED (
    SELECT award_id, fiscal_year, recipient_name, amount_usd
    FROM award_rows
    WHERE :sort! >= (SELECT [[? after_value: :after_value ]]
                            [[^ after_value: CASE ':sort!' WHEN '-fiscal_year' THEN -fiscal_year
                                          WHEN 'fiscal_year' THEN coalesce(:fy, :fy_from, -9223372036854775808)
                                          WHEN 'recipient_name' THEN ''
                                          WHEN 'ifnull(amount_usd, 9223372036854775807)' THEN ifnull(:min, -9223372036854775808)
                                          WHEN 'ifnull(-amount_usd, 9223372036854775807)' THEN ifnull(-:max, -9223372036854775808)
                                          ELSE -9223372036854775808 END ]]
                     FROM newest_year WHERE measure = 'award' AND (SELECT count(*) FROM award_few) = (SELECT row_count FROM award_most)
                                            AND NOT (SELECT is_so FROM is_ranked))
      [[ AND -fiscal_year <= -:fy ]]
      [[ AND amount_usd >= :min ]]
      [[ AND amount_usd <= :max ]]
)
