-- with: deadline_rows
-- What each demand asked for and said would follow, once.
SELECT d.demand, d.demand_url, d.asked_for, d.threatened, f.sources
FROM (SELECT DISTINCT demand, demand_url, demand_key, issued_on, asked_for, threatened FROM deadline_rows) d
LEFT JOIN fact f ON f.table_name = 'demand' AND f.row_key = d.demand_key
WHERE coalesce(d.asked_for, d.threatened) IS NOT NULL
ORDER BY d.issued_on DESC, d.demand_key
