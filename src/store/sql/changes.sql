-- with: change_rows
-- sort: -event = ifnull(-CAST(julianday(event_on) AS INTEGER), -edition)
-- sort: event = ifnull(CAST(julianday(event_on) AS INTEGER), edition)
SELECT *, :sort! AS sort_value
FROM change_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
