SELECT a.rowid, a.action_on, a.amount_usd, coalesce(t.modified_at, a.modified_on, '')
FROM award_action a
LEFT JOIN action_time t ON t.key = a.key AND substr(t.modified_at, 1, 10) = a.modified_on
WHERE a.key = ?1;
