-- The sources that imports made of award files (?1: their address) go when nothing cites them any more.
DELETE FROM source
WHERE url = ?1 AND key GLOB 'usaspending-*'
  AND key NOT IN (SELECT source_key FROM award WHERE source_key IS NOT NULL)
  AND key NOT IN (SELECT source_key FROM citation)
  AND key NOT IN (SELECT source_key FROM change_note WHERE source_key IS NOT NULL);
