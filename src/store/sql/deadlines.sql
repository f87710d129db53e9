-- with: deadline_rows
-- sort: -due = -CAST(julianday(due_on) AS INTEGER)
-- sort: due = due_on
-- sort: name = ifnull(jurisdiction, '')
SELECT key, due_on, days_left, due_state, jurisdiction, jurisdiction_url, jurisdiction_key, state, demand, demand_url,
       demand_key, authority, issued_on, withdrawn_on, asked_for, threatened, outcome, outcome_on, sources, :sort! AS sort_value
FROM deadline_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
