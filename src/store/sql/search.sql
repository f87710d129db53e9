-- with: hits
-- sort: rank = place
SELECT record_url AS key, name, record_url, record_kind, kind, state, :sort! AS sort_value
FROM hits
WHERE 1 = 1 [[ AND (:sort!, record_url) > (:after_value, :after_key) ]]
ORDER BY :sort!, record_url
[[ LIMIT :limit ]]
