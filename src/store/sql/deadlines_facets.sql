-- with: deadline_rows
SELECT f.key AS facet, e.key AS value, NULL AS label, e.value AS row_count, NULL AS record_url
FROM (SELECT counts_of('demand', demand_key, 'state', state, 'standing', due_state) AS counts FROM deadline_rows) c
JOIN json_each(c.counts) f
JOIN json_each(f.value) e
ORDER BY facet, row_count DESC, value
