-- with: demand_rows, deadline_rows
-- The day by which a demand is to be answered, and the days of those of whom another is asked or of whom none is any more.
SELECT key, demand, demand_url, NULL AS jurisdiction, due_on, authority_name, asked_for, threatened, named_count, withdrawn_on, outcome, sources
FROM demand_rows
WHERE key = :key
UNION ALL
SELECT x.key, x.demand, x.demand_url, x.jurisdiction, x.due_on, d.authority_name, x.asked_for, x.threatened, NULL, x.withdrawn_on, x.outcome,
       x.sources
FROM deadline_rows x
JOIN demand_rows d ON d.key = x.demand_key
WHERE x.demand_key = :key AND (x.due_on, x.withdrawn_on) IS NOT (d.due_on, d.withdrawn_on)
ORDER BY key
