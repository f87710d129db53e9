-- with: policy_rows
SELECT key, policy, summary, jurisdiction, jurisdiction_url, kind, state, legal_basis, effective_on, effective_on_precision, ended_on, confidence,
       note, sources, policy || ', ' || jurisdiction AS full_name
FROM policy_rows
WHERE key = :key
