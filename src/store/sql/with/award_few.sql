-- with: award_rows, award_sized, newest_year
-- The first five hundred awards that are found, or all of a jurisdiction. If that is all, they are sorted. If there are more, the
-- order asked for is walked, and soon meets enough of them; it begins where there is something.
award_few AS MATERIALIZED (
    SELECT award_id, fiscal_year, amount_usd FROM award_sized [[^ j: LIMIT 500 ]]
),
award_many AS NOT MATERIALIZED (
    SELECT award_id, fiscal_year, recipient_name, amount_usd
    FROM award_rows
    WHERE :sort! >= (SELECT CASE ':sort!' WHEN '-fiscal_year' THEN -fiscal_year
                                          WHEN 'recipient_name' THEN ''
                                          WHEN 'ifnull(amount_usd, 9223372036854775807)' THEN ifnull(:min, -9223372036854775808)
                                          WHEN 'ifnull(-amount_usd, 9223372036854775807)' THEN ifnull(-:max, -9223372036854775808)
                                          ELSE -9223372036854775808 END
                     FROM newest_year WHERE measure = 'award' AND (SELECT count(*) FROM award_few) = 500)
      [[ AND -fiscal_year <= -:fy ]]
      [[ AND amount_usd >= :min ]]
      [[ AND amount_usd <= :max ]]
)
