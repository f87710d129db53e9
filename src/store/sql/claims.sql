-- with: claim_rows
-- sort: -made = -CAST(julianday(made_on) AS INTEGER)
-- sort: made = made_on
-- sort: name = jurisdiction
SELECT key, made_on, made_on_precision, record_url, jurisdiction, jurisdiction_url, state, requirement, requirement_url, authority, position,
       is_current, ended_on, speaker, summary, note, demand, demand_url, sources, :sort! AS sort_value
FROM claim_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
