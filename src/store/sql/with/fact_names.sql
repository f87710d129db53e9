-- What each fact says in short: words of the register, or which amount it is.
fact_names AS NOT MATERIALIZED (
    SELECT table_name, row_key, iif(table_name = 'award_share', said('Share in {award}', 'award', summary), summary) AS summary
    FROM (SELECT f.table_name, f.row_key,
                 CASE WHEN g.key IS NOT NULL THEN said('{program} FY{year}', 'program', p.short_name, 'year', g.fiscal_year)
                      WHEN w.key IS NOT NULL
                           THEN said('{recipient}, {program} FY{year}', 'recipient', w.recipient_name, 'program', p.short_name,
                                     'year', w.fiscal_year) || ifnull(', ' || w.fain, '')
                      ELSE f.summary END AS summary
          FROM fact f
          LEFT JOIN figure g ON f.table_name = 'figure' AND g.key = f.row_key
          LEFT JOIN award_share s ON f.table_name = 'award_share' AND s.key = f.row_key
          LEFT JOIN award w ON f.table_name IN ('award', 'award_share') AND w.key = ifnull(s.award_key, f.row_key)
          LEFT JOIN program p ON p.key = ifnull(g.program_key, w.program_key))
)
