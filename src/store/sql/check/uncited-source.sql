-- A source that nothing cites.
SELECT 'source', s.key, 'key', 'warning', 'nothing cites this source', 'uncited'
FROM source s
WHERE NOT EXISTS (SELECT 1 FROM citation c WHERE c.source_key = s.key)
  AND NOT EXISTS (SELECT 1 FROM award a WHERE a.source_key = s.key)
  AND NOT EXISTS (SELECT 1 FROM change_note n WHERE n.source_key = s.key)
ORDER BY s.key;
