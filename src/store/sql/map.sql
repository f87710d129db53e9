-- with: map_rows
-- sort: state = state
-- sort: -jurisdictions = -jurisdictions_count
SELECT *, :sort! AS sort_value
FROM map_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
