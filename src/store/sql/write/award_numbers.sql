-- Awards with amounts that an editor holds by number: the keys of award files, of awards and of actions, begin with "asst-".
SELECT a.key, a.fain, a.program_key, x.amount_usd
FROM (SELECT award_key, sum(amount_usd) AS amount_usd
      FROM award_action
      WHERE key < 'asst-' OR key >= 'asst.'
      GROUP BY award_key) x
JOIN award a ON a.key = x.award_key
WHERE a.fain IS NOT NULL AND (a.key < 'asst-' OR a.key >= 'asst.')
ORDER BY a.key;
