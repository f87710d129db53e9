source_rows AS (
    SELECT key, title, '/sources/' || key AS source_url, publisher, source_kind, published_on, retrieved_on, url, copy_url, note
    FROM source
    WHERE key IN (SELECT key FROM source_known WHERE since_on <= :as_of) [[ AND source_kind IN (:source_kind*) ]]
)
