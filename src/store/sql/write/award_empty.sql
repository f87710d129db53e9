-- An award whose last action is withdrawn goes too.
DELETE FROM award
WHERE key = ?1 AND source_key IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM award_action a WHERE a.key > ?1 || '.' AND a.key < ?1 || '/')
  AND NOT EXISTS (SELECT 1 FROM award_share s WHERE s.award_key = ?1)
  AND NOT EXISTS (SELECT 1 FROM citation c WHERE c.table_name = 'award' AND c.row_key = ?1);
