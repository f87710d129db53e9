-- with: funding_counts
-- when: asked = ? past, @apart, state, program, measure, fy, fy_from, fy_to
-- What is told of all on the edition's date is kept. sort_value: the latest year first.
SELECT c.facet, c.value, c.label, c.row_count, NULL AS record_url, c.sort_value
FROM [[^ @asked: kept_facet ]] [[? @asked: funding_counts ]] c
[[^ @asked: WHERE c.list = 'funding_facets' ]]
ORDER BY c.facet, c.sort_value, c.row_count DESC, c.value
