-- with: deadline_rows
-- What it is to answer, and by when.
SELECT key, jurisdiction, demand, demand_url, due_on, authority, asked_for, threatened, withdrawn_on, outcome, sources
FROM deadline_rows
WHERE jurisdiction_key = :key
ORDER BY due_on DESC, key
