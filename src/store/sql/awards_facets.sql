-- with: award_rows, margins, known_margins
-- By the margins where they tell, else award by award.
SELECT facet, value, label, row_count, record_url
FROM (
    SELECT 'fy' AS facet, CAST(fiscal_year AS TEXT) AS value, NULL AS label, sum(row_count) AS row_count, NULL AS record_url
    FROM (
        SELECT fiscal_year, award_count AS row_count FROM margins WHERE measure = 'award' AND award_count > 0
        UNION ALL
        SELECT fiscal_year, 1
        FROM award_rows
        WHERE (coalesce(:j*, :min, :max, NULL) IS NOT NULL
               OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL)
          [[ AND amount_usd >= :min ]] [[ AND amount_usd <= :max ]]
    )
    GROUP BY fiscal_year
    UNION ALL
    SELECT 'state', value, NULL, sum(row_count), NULL
    FROM (
        SELECT m.state AS value, m.award_count AS row_count
        FROM known_margins m
        WHERE m.state <> '' AND m.program_key = '' AND m.award_count > 0 AND coalesce(:j*, :state*, :program*, :min, :max, NULL) IS NULL
          AND m.measure = 'award'
          [[ AND m.fiscal_year = :fy ]]
          [[ AND m.fiscal_year >= :fy_from ]]
          [[ AND m.fiscal_year <= :fy_to ]]
        UNION ALL
        SELECT state, 1
        FROM award_rows
        WHERE state IS NOT NULL AND (coalesce(:j*, :min, :max, NULL) IS NOT NULL
               OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL)
          [[ AND amount_usd >= :min ]] [[ AND amount_usd <= :max ]]
    )
    GROUP BY value
    UNION ALL
    SELECT 'program', value, p.short_name, sum(row_count), NULL
    FROM (
        SELECT m.program_key AS value, m.award_count AS row_count
        FROM known_margins m
        WHERE m.program_key <> '' AND m.state = '' AND m.award_count > 0 AND coalesce(:j*, :state*, :program*, :min, :max, NULL) IS NULL
          AND m.measure = 'award'
          [[ AND m.fiscal_year = :fy ]]
          [[ AND m.fiscal_year >= :fy_from ]]
          [[ AND m.fiscal_year <= :fy_to ]]
        UNION ALL
        SELECT replace(program_url, '/programs/', ''), 1
        FROM award_rows
        WHERE (coalesce(:j*, :min, :max, NULL) IS NOT NULL
               OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL)
          [[ AND amount_usd >= :min ]] [[ AND amount_usd <= :max ]]
    )
    JOIN program p ON p.key = value
    GROUP BY value
)
ORDER BY facet, iif(facet = 'fy', value, NULL) DESC, row_count DESC, value
