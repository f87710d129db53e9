program_rows AS (
    SELECT p.key, p.short_name AS program, '/programs/' || p.key AS program_url, p.name AS program_name, p.listing,
           a.short_name AS authority,
           (SELECT count(DISTINCT r.requirement_key) FROM requirement_program r
            JOIN requirement q ON q.key = r.requirement_key AND q.effective_on <= :as_of
            WHERE r.program_key = p.key) AS requirements_count,
           '/requirements?program=' || p.key AS requirements_count_url
    FROM program p
    JOIN authority a ON a.key = p.authority_key
)
