-- Shares of a joint award that add up to more than was awarded.
SELECT 'award', s.award_key, 'amount_usd', 'warning',
       'its shares add up to ' || printf('$%,d.%02d', s.amount_usd / 100, abs(s.amount_usd % 100)) || '; awarded: '
       || printf('$%,d.%02d', s.awarded_usd / 100, abs(s.awarded_usd % 100)),
       s.amount_usd || '/' || s.awarded_usd
FROM (SELECT award_key, sum(amount_usd) AS amount_usd,
             (SELECT sum(x.amount_usd) FROM award_action x WHERE x.award_key = award_share.award_key) AS awarded_usd
      FROM award_share GROUP BY award_key) s
WHERE s.amount_usd > s.awarded_usd
ORDER BY s.award_key;
