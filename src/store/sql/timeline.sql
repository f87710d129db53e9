-- with: event_rows
-- sort: -event = -CAST(julianday(event_on) AS INTEGER)
-- sort: event = event_on
SELECT *, :sort! AS sort_value
FROM event_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
