-- with: finding_rows
SELECT key, ifnull(jurisdiction || ': ', '') || looked_for AS finding, looked_for, summary, looked_in, looked_on, jurisdiction,
       jurisdiction_url, demand, demand_url, confidence, note, sources
FROM finding_rows
WHERE key = :key
