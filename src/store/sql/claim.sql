-- with: claim_rows
SELECT key, jurisdiction || ': ' || requirement || ', ' || authority AS claim, summary, position, made_on, made_on_precision, jurisdiction,
       jurisdiction_url, requirement, requirement_url, authority_name, authority_kind, speaker, is_current, ended_on,
       end_reason, demand, demand_url, confidence, note, sources,
       jurisdiction || ': ' || requirement || ', ' || authority || ': ' || summary AS full_name
FROM claim_rows
WHERE key = :key
