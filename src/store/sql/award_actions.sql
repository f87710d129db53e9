SELECT x.action_on, x.action_on_precision, x.amount_usd, x.note
FROM award_action x
WHERE x.award_key = :key AND x.action_on <= :as_of
ORDER BY x.action_on DESC, x.key
