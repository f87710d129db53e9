-- with: demand_rows
-- sort: -issued = -julianday(issued_on)
-- sort: issued = julianday(issued_on)
-- sort: name = demand
-- sort: due = ifnull(julianday(due_on), 9e9)
SELECT key, demand, demand_url, demand_kind, authority, issued_on, due_on, days_left, named_count, stated_count,
       outcome, outcome_on, sources, :sort! AS sort_value
FROM demand_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
