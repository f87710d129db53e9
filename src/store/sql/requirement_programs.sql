SELECT p.short_name AS program, '/programs/' || p.key AS program_url, p.listing, r.fy_from, r.fy_to
FROM requirement_program r
JOIN program p ON p.key = r.program_key
WHERE r.requirement_key = :key
ORDER BY p.listing, r.fy_from, r.key
