-- Awards with amounts that an editor holds by number: the keys of those of award files begin with "asst-".
SELECT key, fain, program_key FROM award
WHERE fain IS NOT NULL AND (key < 'asst-' OR key >= 'asst.')
  AND EXISTS (SELECT 1 FROM award_action WHERE award_action.key > award.key || '.' AND award_action.key < award.key || '/');
