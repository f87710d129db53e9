SELECT x.action_on, x.amount_usd, x.note, f.sources
FROM award_action x
LEFT JOIN fact f ON f.table_name = 'award_action' AND f.row_key = x.key
WHERE x.award_key = :key AND x.action_on <= :as_of
ORDER BY x.action_on DESC, x.key
