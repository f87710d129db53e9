-- with: source_rows
-- sort: publisher = publisher
-- sort: -published = ifnull(-CAST(julianday(published_on) AS INTEGER), 9999999)
-- sort: title = title
SELECT key, title, source_url AS record_url, publisher, source_kind, published_on, retrieved_on, url, copy_url, :sort! AS sort_value
FROM source_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
