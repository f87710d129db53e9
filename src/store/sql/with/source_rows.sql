source_rows AS (
    SELECT key, title, '/sources/' || key AS source_url, publisher, source_kind, published_on, retrieved_on, url, copy_url, note
    FROM source
    WHERE 1 = 1 [[ AND source_kind IN (:source_kind*) ]]
)
