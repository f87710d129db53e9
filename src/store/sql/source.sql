-- with: source_rows
SELECT key, title, source_url, publisher, source_kind, published_on, retrieved_on, url, copy_url, note
FROM source_rows WHERE key = :key
