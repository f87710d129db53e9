-- with: deadline_rows
SELECT *
FROM (
    WITH counted AS MATERIALIZED (
        SELECT counts_of(demand_key) AS demands, counts_of(state) AS states, counts_of(due_state) AS standings
        FROM deadline_rows)
    SELECT 'demand' AS facet, e.key AS value, x.name AS label, e.value AS row_count, NULL AS record_url
    FROM counted JOIN json_each(counted.demands) e
    CROSS JOIN demand x ON x.key = e.key
    UNION ALL
    SELECT 'state', e.key, NULL, e.value, NULL FROM counted JOIN json_each(counted.states) e
    UNION ALL
    SELECT 'standing', e.key, NULL, e.value, NULL FROM counted JOIN json_each(counted.standings) e
)
ORDER BY facet, row_count DESC, value
