-- Whether an award (?1) has actions besides the one of that key (?2): keys of actions begin with their award's.
SELECT 1 FROM award_action WHERE key > ?1 || '.' AND key < ?1 || '/' AND key <> ?2 LIMIT 1;
