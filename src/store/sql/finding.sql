-- with: finding_rows
SELECT key, looked_for, summary, looked_in, looked_on, jurisdiction, jurisdiction_url, demand, demand_url, confidence, note,
       sources
FROM finding_rows
WHERE key = :key
