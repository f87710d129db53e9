-- The years of each program that a requirement is on, in words: JAG FY2017+.
program_years AS NOT MATERIALIZED (
    SELECT r.requirement_key, p.short_name || ' FY' || r.fy_from
                              || iif(r.fy_to IS NULL, '+', iif(r.fy_to > r.fy_from, '-' || r.fy_to, '')) AS years
    FROM requirement_program r
    JOIN program p ON p.key = r.program_key
)
