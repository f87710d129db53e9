-- with: policy_rows
-- sort: -effective = -CAST(julianday(effective_on) AS INTEGER)
-- sort: effective = effective_on
-- sort: name = jurisdiction
SELECT key, policy, policy_url, jurisdiction, jurisdiction_url, state, legal_basis, effective_on, effective_on_precision, ended_on, summary,
       sources, :sort! AS sort_value
FROM policy_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
