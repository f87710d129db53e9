-- with: requirement_rows
-- sort: effective = effective_on
-- sort: -effective = -CAST(julianday(effective_on) AS INTEGER)
-- sort: name = requirement
SELECT key, requirement, requirement_url, requirement_name, authority, legal_basis, programs, effective_on, effective_on_precision, ended_on,
       rulings_count, summary, sources, :sort! AS sort_value
FROM requirement_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
