-- with: stake_rows
-- Measures and years of which those asked for have money that the requirement reaches, where it reaches none of what is asked about.
SELECT DISTINCT m.measure, NULL AS record_url, 'measure' AS facet, m.measure AS value, m.fiscal_year, p.short_name AS program,
       '/programs/' || p.key AS program_url
FROM reached r
CROSS JOIN money m ON m.program_key = r.program_key AND m.fiscal_year BETWEEN r.fy_from AND r.fy_to
JOIN program p ON p.key = r.program_key
WHERE coalesce(:j*, NULL) IS NOT NULL AND m.counted_usd > 0
  AND NOT EXISTS (SELECT 1 FROM stake_rows WHERE step <> 'not-reached')
  [[ AND m.jurisdiction_key IN (:j*) ]]
  [[ AND p.key IN (:program*) ]]
  [[ AND m.fiscal_year = :fy ]]
  [[ AND m.fiscal_year >= :fy_from ]]
  [[ AND m.fiscal_year <= :fy_to ]]
ORDER BY m.fiscal_year DESC, m.measure, p.short_name
