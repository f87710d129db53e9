-- with: jurisdiction_counts
-- With a measure, program and year choose the amounts, not the jurisdictions.
SELECT c.facet, c.value, iif(c.facet = 'demand', (SELECT d.name FROM demand d WHERE d.key = c.value), NULL) AS label, c.row_count,
       NULL AS record_url
FROM [[^ match, j, demand, not_demand, case, position, authority, requirement, program, fy, state, kind: all_counts ]]
     [[^ match, j, demand, not_demand, case, position, authority, requirement, state, kind ? program, fy ? measure: all_counts ]]
     [[^ match, j, demand, not_demand, case, position, authority, requirement, program, fy ? state, kind: place_counts ]]
     [[^ match, j, demand, not_demand, case, position, authority, requirement ? state, kind ? program, fy ? measure: place_counts ]]
     [[? match, j, demand, not_demand, case, position, authority, requirement: found_counts ]]
     [[^ match, j, demand, not_demand, case, position, authority, requirement, measure ? program, fy: found_counts ]] c
WHERE c.facet <> 'demand' OR EXISTS (SELECT 1 FROM demand d WHERE d.key = c.value AND d.issued_on <= :as_of)
[[^ case, measure: UNION ALL
SELECT 'case', p.case_key, o.name || ' (' || a.short_name || ')', p.row_count, NULL
FROM party_counts p
JOIN court_case o ON o.key = p.case_key
JOIN authority a ON a.key = o.authority_key ]]
ORDER BY facet, row_count DESC, value
