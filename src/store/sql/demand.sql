-- with: demand_rows
SELECT *, '/jurisdictions?demand=' || key AS list_url FROM demand_rows WHERE key = :key
