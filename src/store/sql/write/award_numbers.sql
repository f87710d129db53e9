-- Awards with amounts that an editor holds by number: the keys of award files, of awards and of actions, begin with "asst-".
SELECT key, fain, program_key FROM award
WHERE fain IS NOT NULL AND (key < 'asst-' OR key >= 'asst.')
  AND key IN (SELECT award_key FROM award_action WHERE key < 'asst-' OR key >= 'asst.');
