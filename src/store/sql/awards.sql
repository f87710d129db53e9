-- with: award_rows
-- sort: -fiscal-year = -fiscal_year
-- sort: fiscal-year = fiscal_year
-- sort: name = recipient_name
-- sort: -amount = ifnull(-amount_usd, 9223372036854775807)
-- sort: amount = ifnull(amount_usd, 9223372036854775807)
SELECT key, recipient_name, record_url, fain, program, program_url, fiscal_year, jurisdiction, jurisdiction_url, state, measure,
       amount_usd, iif(amount_usd IS NULL, 'no-data', 'counted') AS amount_state, first_on, sources, :sort! AS sort_value
FROM award_rows
WHERE 1 = 1
  [[ AND amount_usd >= :min ]]
  [[ AND amount_usd <= :max ]]
  [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
