-- The years of each program that a requirement is on: COPS FY2017, JAG FY2017+.
requirement_years (requirement_key, years) AS (
    SELECT requirement_key, group_concat(years, ', ')
    FROM (SELECT r.requirement_key,
                 CASE WHEN r.fy_to IS NULL THEN said('{program} FY{from}+', 'program', p.short_name, 'from', r.fy_from)
                      WHEN r.fy_to = r.fy_from THEN said('{program} FY{year}', 'program', p.short_name, 'year', r.fy_from)
                      ELSE said('{program} FY{from}-{to}', 'program', p.short_name, 'from', r.fy_from, 'to', r.fy_to) END AS years
          FROM requirement_program r
          JOIN program p ON p.key = r.program_key
          ORDER BY r.requirement_key, p.short_name, r.fy_from)
    GROUP BY requirement_key
)
