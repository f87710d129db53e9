-- with: statement_rows
SELECT key, speaker, summary, role, said_on, said_on_precision, authority_name, jurisdiction, jurisdiction_url, demand, demand_url, confidence,
       note, sources, speaker || ': ' || summary AS full_name
FROM statement_rows
WHERE key = :key
