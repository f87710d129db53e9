-- with: demand_rows
-- sort: -issued = -CAST(julianday(issued_on) AS INTEGER)
-- sort: issued = CAST(julianday(issued_on) AS INTEGER)
-- sort: name = demand
-- sort: due = ifnull(CAST(julianday(due_on) AS INTEGER), 9999999)
SELECT key, demand, demand_url, demand_kind, authority, issued_on, due_on, withdrawn_on, days_left, named_count, entries_count, is_repeated,
       stated_count, stated_count_precision, outcome, outcome_on, sources, :sort! AS sort_value
FROM demand_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
