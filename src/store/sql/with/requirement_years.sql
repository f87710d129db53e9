-- The years of each program that a requirement is on: COPS FY2017, JAG FY2017+.
requirement_years (requirement_key, years) AS (
    SELECT requirement_key,
           group_concat(CASE WHEN fy_to IS NULL THEN said('{program} FY{from}+', 'program', program, 'from', fy_from)
                             WHEN fy_to = fy_from THEN said('{program} FY{year}', 'program', program, 'year', fy_from)
                             ELSE said('{program} FY{from}-{to}', 'program', program, 'from', fy_from, 'to', fy_to) END, ', ')
    FROM requirement_reach
    GROUP BY requirement_key
)
