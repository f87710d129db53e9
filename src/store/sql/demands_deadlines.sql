-- with: demand_rows, deadline_rows
-- The day by which each demand is to be answered, and the days of those of whom another is asked or of whom none is any more.
SELECT key, demand, demand_url, NULL AS jurisdiction, due_on, authority, asked_for, threatened, named_count, withdrawn_on, outcome, sources
FROM demand_rows
WHERE 1 = 1 [[ AND key = :key ]]
UNION ALL
SELECT x.key, x.demand, x.demand_url, x.jurisdiction, x.due_on, x.authority, x.asked_for, x.threatened, NULL, x.withdrawn_on, x.outcome,
       x.sources
FROM deadline_rows x
JOIN demand_rows d ON d.key = x.demand_key
WHERE (x.due_on, x.withdrawn_on) IS NOT (d.due_on, d.withdrawn_on) [[ AND x.demand_key = :key ]]
ORDER BY key
