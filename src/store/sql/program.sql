-- with: program_rows
SELECT key, program_name, program, listing, authority, requirements_count, requirements_count_url,
       '/funding?program=' || key AS funding_url, '/awards?program=' || key AS awards_url
FROM program_rows
WHERE key = :key
