-- with: claim_rows
SELECT *
FROM (
    WITH counted AS MATERIALIZED (
        SELECT counts_of(position) AS positions, counts_of(requirement_key) AS requirements, counts_of(authority_key) AS authorities,
               counts_of(state) AS states
        FROM claim_rows)
    SELECT 'position' AS facet, e.key AS value, NULL AS label, e.value AS row_count, NULL AS record_url
    FROM counted JOIN json_each(counted.positions) e
    UNION ALL
    SELECT 'requirement', e.key, x.short_name, e.value, NULL FROM counted JOIN json_each(counted.requirements) e
    CROSS JOIN requirement x ON x.key = e.key
    UNION ALL
    SELECT 'authority', e.key, x.name, e.value, NULL FROM counted JOIN json_each(counted.authorities) e
    CROSS JOIN authority x ON x.key = e.key
    UNION ALL
    SELECT 'state', e.key, NULL, e.value, NULL FROM counted JOIN json_each(counted.states) e
)
ORDER BY facet, row_count DESC, value
