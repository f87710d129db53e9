-- with: deadline_rows
-- The same deadlines, the last first, each called after whoever is to answer; after the demand where that is nobody by name.
SELECT ifnull(jurisdiction, demand) AS label, due_on, outcome, demand_url, sources
FROM deadline_rows
ORDER BY due_on DESC, key
