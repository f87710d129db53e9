SELECT key, title, '/sources/' || key AS source_url, publisher, source_kind, published_on, retrieved_on, url, copy_url
FROM source
ORDER BY key
