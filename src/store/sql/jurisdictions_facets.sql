-- with: jurisdiction_counts
-- when: asked = ? past, measure, @picked, program, fy, state, kind
-- With a measure, program and year choose the amounts, not the jurisdictions. What is told of all on the edition's date is kept.
-- sort_value: the latest year first. Sizes and row_count are what jurisdictions_total tells.
SELECT c.facet, c.value, [[^ @asked: c.label ]]
       [[? @asked: CASE c.facet WHEN 'authority' THEN (SELECT a.name FROM authority a WHERE a.key = c.value) END AS label ]],
       c.row_count, NULL AS record_url, [[^ @asked: c.sort_value ]] [[? @asked: 0 AS sort_value ]]
FROM [[^ @asked: kept_facet ]] [[? @asked: found_counts ]] c
[[^ @asked: WHERE c.list = 'jurisdictions_facets' ]] [[? @asked: WHERE c.row_count > 0 ]]
[[^ case, measure ? @asked: UNION ALL
SELECT 'case', p.case_key, o.name || ' (' || a.short_name || ')', p.row_count, NULL, 0
FROM party_counts p
JOIN court_case o ON o.key = p.case_key
JOIN authority a ON a.key = o.authority_key ]]
[[^ program, measure ? @asked: UNION ALL
SELECT 'program', c.program_key, (SELECT p.short_name FROM program p WHERE p.key = c.program_key), c.row_count, NULL, 0
FROM known_counts c
WHERE c.program_key <> '' ]]
[[^ fy, measure ? @asked: UNION ALL
SELECT 'fy', CAST(c.fiscal_year AS TEXT), NULL, c.row_count, NULL, -c.fiscal_year
FROM known_counts c
WHERE c.fiscal_year > 0 ]]
[[^ @sized, not_demand ? measure: UNION ALL
SELECT 'min', t.value, NULL, t.row_count, NULL, t.place
FROM (SELECT 1 AS place, '10000.00' AS value, :sort_10k_rows AS row_count
      UNION ALL SELECT 2, '100000.00', :sort_100k_rows
      UNION ALL SELECT 3, '1000000.00', :sort_1m_rows
      UNION ALL SELECT 4, '10000000.00', :sort_10m_rows) t
WHERE t.row_count > 0 AND t.row_count < :row_count ]]
ORDER BY facet, sort_value, row_count DESC, value
