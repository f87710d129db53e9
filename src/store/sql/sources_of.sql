-- The sources of a page, in the order of the keys in the JSON array :keys.
SELECT k.key + 1 AS number, s.key, s.title, '/sources/' || s.key AS source_url, s.publisher, s.source_kind, s.published_on, s.retrieved_on, s.url, s.copy_url
FROM json_each(:keys) k
JOIN source s ON s.key = k.value
ORDER BY k.key
