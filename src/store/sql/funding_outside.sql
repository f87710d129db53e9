-- with: margins
-- Awards of recipients that are no jurisdiction of the register: they are in no amount by jurisdiction, and in no total of those.
SELECT m.fiscal_year, p.short_name AS program, '/programs/' || p.key AS program_url, m.outside_rows, m.outside_usd,
       '/awards?fy=' || m.fiscal_year || ifnull('&program=' || p.key, '') AS outside_rows_url,
       '/awards?fy=' || m.fiscal_year || ifnull('&program=' || p.key, '') AS outside_usd_url
FROM margins m
LEFT JOIN program p ON p.key = m.program_key
WHERE m.measure = 'award' AND m.outside_rows > 0
ORDER BY m.fiscal_year DESC, p.short_name
