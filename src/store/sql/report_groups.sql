-- with: demand_rows
-- Demands whose recipients are known one by one.
SELECT key, demand, '/reports/group?demand=' || key AS record_url, authority, issued_on, named_count
FROM demand_rows
WHERE named_count > 0
ORDER BY issued_on DESC, key
