-- What each fact says in short: words of the register, or which amount it is. And the page that has it, where one has.
fact_names AS NOT MATERIALIZED (
    SELECT table_name, row_key, iif(table_name = 'award_share', said('Share in {award}', 'award', summary), summary) AS summary, summary_url
    FROM (SELECT f.table_name, f.row_key,
                 CASE WHEN g.key IS NOT NULL THEN said('{program} FY{year}', 'program', p.short_name, 'year', g.fiscal_year)
                      WHEN w.key IS NOT NULL
                           THEN said('{recipient}, {program} FY{year}', 'recipient', w.recipient_name, 'program', p.short_name,
                                     'year', w.fiscal_year) || ifnull(', ' || w.fain, '')
                      ELSE f.summary END AS summary,
                 CASE WHEN r.key IS NOT NULL THEN '/cases/' || r.case_key
                      WHEN w.key IS NOT NULL THEN '/awards/' || w.key
                      WHEN t.key IS NOT NULL THEN '/demands/' || t.demand_key
                      WHEN f.table_name = 'court_case' THEN '/cases/' || f.row_key
                      WHEN f.table_name = 'policy' THEN '/policies/' || f.row_key
                      WHEN f.table_name IN ('claim', 'demand', 'finding', 'requirement', 'statement')
                           THEN '/' || f.table_name || 's/' || f.row_key
                      WHEN g.jurisdiction_key IS NOT NULL
                           THEN '/funding?j=' || g.jurisdiction_key || '&program=' || p.key || '&fy=' || g.fiscal_year
                                || '&measure=' || g.measure END AS summary_url
          FROM fact f
          LEFT JOIN figure g ON f.table_name = 'figure' AND g.key = f.row_key
          LEFT JOIN award_share s ON f.table_name = 'award_share' AND s.key = f.row_key
          LEFT JOIN award w ON f.table_name IN ('award', 'award_share') AND w.key = ifnull(s.award_key, f.row_key)
          LEFT JOIN ruling_effect e ON f.table_name = 'ruling_effect' AND e.key = f.row_key
          LEFT JOIN ruling r ON f.table_name IN ('ruling', 'ruling_effect') AND r.key = ifnull(e.ruling_key, f.row_key)
          LEFT JOIN demand_recipient t ON f.table_name = 'demand_recipient' AND t.key = f.row_key
          LEFT JOIN program p ON p.key = ifnull(g.program_key, w.program_key))
)
