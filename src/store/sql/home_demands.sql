-- with: demand_rows
SELECT key, demand, demand_url, authority, demand_kind, issued_on, named_count, '/jurisdictions?demand=' || key AS list_url
FROM demand_rows
WHERE named_count > 0
ORDER BY issued_on DESC, key
