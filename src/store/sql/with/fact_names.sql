-- What each fact says in short: words of the register, or which amount it is. And the page that has it, where one has. It reads from
-- one table, the rest in expressions: only so is it looked up by key to the right of a LEFT JOIN.
award_named AS NOT MATERIALIZED (
    SELECT w.key, said('{recipient}, {program} FY{year}', 'recipient', w.recipient_name, 'program', p.short_name,
                       'year', w.fiscal_year) || ifnull(', ' || w.fain, '') AS name,
           w.jurisdiction_key
    FROM award w
    JOIN program p ON p.key = w.program_key
),
figure_named AS NOT MATERIALIZED (
    SELECT g.key, said('{program} FY{year}', 'program', p.short_name, 'year', g.fiscal_year) AS name,
           '/funding?j=' || g.jurisdiction_key || '&program=' || p.key || '&fy=' || g.fiscal_year || '&measure=' || g.measure AS url
    FROM figure g
    JOIN program p ON p.key = g.program_key
),
fact_names AS NOT MATERIALIZED (
    SELECT f.table_name, f.row_key, f.since_on, f.since_on_precision, f.jurisdiction_key,
           CASE f.table_name
                WHEN 'figure' THEN (SELECT g.name FROM figure_named g WHERE g.key = f.row_key)
                WHEN 'award' THEN (SELECT w.name FROM award_named w WHERE w.key = f.row_key)
                WHEN 'award_share' THEN (SELECT said('Share in {award}', 'award', w.name)
                                         FROM award_share s JOIN award_named w ON w.key = s.award_key WHERE s.key = f.row_key)
                ELSE f.summary END AS summary,
           CASE f.table_name
                WHEN 'figure' THEN (SELECT g.url FROM figure_named g WHERE g.key = f.row_key)
                WHEN 'award' THEN '/awards/' || f.row_key
                WHEN 'award_share' THEN '/awards/' || (SELECT s.award_key FROM award_share s WHERE s.key = f.row_key)
                WHEN 'court_case' THEN '/cases/' || f.row_key
                WHEN 'case_appeal' THEN '/cases/' || (SELECT l.case_key FROM case_appeal l WHERE l.key = f.row_key)
                WHEN 'case_party' THEN '/cases/' || (SELECT p.case_key FROM case_party p WHERE p.key = f.row_key)
                WHEN 'settlement' THEN '/cases/' || (SELECT t.case_key FROM settlement t WHERE t.key = f.row_key)
                WHEN 'requirement_basis' THEN '/requirements/' || (SELECT b.requirement_key FROM requirement_basis b WHERE b.key = f.row_key)
                WHEN 'ruling' THEN '/cases/' || (SELECT r.case_key FROM ruling r WHERE r.key = f.row_key)
                WHEN 'ruling_effect' THEN '/cases/' || (SELECT r.case_key FROM ruling_effect e JOIN ruling r ON r.key = e.ruling_key
                                                        WHERE e.key = f.row_key)
                WHEN 'demand_recipient' THEN '/demands/' || (SELECT t.demand_key FROM demand_recipient t
                                                             WHERE t.key = f.row_key)
                WHEN 'policy' THEN '/policies/' || f.row_key
                ELSE '/' || f.table_name || 's/' || f.row_key END AS summary_url
    FROM fact f
)
