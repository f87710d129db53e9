-- with: ruling_rows
SELECT f.key AS facet, e.key AS value,
       CASE f.key WHEN 'requirement' THEN (SELECT q.short_name FROM requirement q WHERE q.key = e.key)
                  WHEN 'authority' THEN (SELECT a.name FROM authority a WHERE a.key = e.key) END AS label,
       e.value AS row_count, NULL AS record_url
FROM (SELECT counts_of('in_force', iif(is_current, 'yes', 'no'), 'requirement', requirement_key, 'authority', authority_key) AS counts
      FROM ruling_rows) c
JOIN json_each(c.counts) f
JOIN json_each(f.value) e
ORDER BY facet, row_count DESC, value
