-- with: award_rows, award_sized, newest_year
-- The first awards that are found, some times as many as are shown, or all of a jurisdiction. If that is all, they are sorted. If there
-- are more, the order asked for is walked, and soon meets enough of them; it begins where there is something. Those
-- of a program or a state are read from an index, so that many of them are sorted sooner than a few are met.
award_most AS NOT MATERIALIZED (
    SELECT max([[^ past ? program, state: 5000, 5 ]] [[? past: 1500, 3 ]] [[^ past, program, state: 500, 3 ]] * ifnull(:limit, 0)) AS row_count
),
award_few AS MATERIALIZED (
    SELECT award_id, fiscal_year, amount_usd
    FROM [[^ j, program, state ? fy: (SELECT rowid FROM award WHERE -fiscal_year = -:fy) y CROSS JOIN ]] award_sized
    [[^ j, program, state ? fy: ON award_id = y.rowid ]]
    [[^ j: LIMIT (SELECT row_count FROM award_most) ]]
),
award_many AS NOT MATERIALIZED (
    SELECT award_id, fiscal_year, recipient_name, amount_usd
    FROM award_rows
    WHERE :sort! >= (SELECT CASE ':sort!' WHEN '-fiscal_year' THEN -fiscal_year
                                          WHEN 'recipient_name' THEN ''
                                          WHEN 'ifnull(amount_usd, 9223372036854775807)' THEN ifnull(:min, -9223372036854775808)
                                          WHEN 'ifnull(-amount_usd, 9223372036854775807)' THEN ifnull(-:max, -9223372036854775808)
                                          ELSE -9223372036854775808 END
                     FROM newest_year WHERE measure = 'award' AND (SELECT count(*) FROM award_few) = (SELECT row_count FROM award_most))
      [[ AND -fiscal_year <= -:fy ]]
      [[ AND amount_usd >= :min ]]
      [[ AND amount_usd <= :max ]]
)
