-- with: funding_sums, known_margins
-- States and programs: by the margins where nothing is asked for but measure and years, cell by cell where the sums are too.
SELECT facet, value, label, row_count, record_url
FROM (
    SELECT 'fy' AS facet, CAST(fiscal_year AS TEXT) AS value, NULL AS label, sum(row_count) AS row_count, NULL AS record_url
    FROM funding_sums
    GROUP BY fiscal_year
    UNION ALL
    SELECT 'measure', measure, NULL, sum(row_count), NULL
    FROM funding_sums
    GROUP BY measure
    UNION ALL
    SELECT 'state', value, NULL, sum(row_count), NULL
    FROM (
        SELECT m.state AS value, m.row_count AS row_count
        FROM known_margins m
        WHERE m.state <> '' AND m.program_key = '' AND m.row_count > 0 AND coalesce(:j*, :state*, :program*, :demand, :case, :min, :max, NULL) IS NULL
          [[ AND m.measure = :measure ]]
          [[ AND m.fiscal_year = :fy ]]
          [[ AND m.fiscal_year >= :fy_from ]]
          [[ AND m.fiscal_year <= :fy_to ]]
        UNION ALL
        SELECT state, 1
        FROM funding_rows
        WHERE (coalesce(:j*, :min, :max, :demand, :case, NULL) IS NOT NULL
               OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL)
    )
    GROUP BY value
    UNION ALL
    SELECT 'program', value, p.short_name, sum(row_count), NULL
    FROM (
        SELECT m.program_key AS value, m.row_count AS row_count
        FROM known_margins m
        WHERE m.program_key <> '' AND m.state = '' AND m.row_count > 0 AND coalesce(:j*, :state*, :program*, :demand, :case, :min, :max, NULL) IS NULL
          [[ AND m.measure = :measure ]]
          [[ AND m.fiscal_year = :fy ]]
          [[ AND m.fiscal_year >= :fy_from ]]
          [[ AND m.fiscal_year <= :fy_to ]]
        UNION ALL
        SELECT program_key, 1
        FROM funding_rows
        WHERE (coalesce(:j*, :min, :max, :demand, :case, NULL) IS NOT NULL
               OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL)
    )
    JOIN program p ON p.key = value
    GROUP BY value
)
ORDER BY facet, iif(facet = 'fy', value, NULL) DESC, row_count DESC, value
