-- with: award_rows
-- sort: -fy = -fiscal_year
-- sort: fy = fiscal_year
-- sort: name = recipient_name
-- sort: -amount = -amount_usd
-- sort: amount = amount_usd
SELECT key, fain, fain_url, program, program_url, fiscal_year, recipient_name, jurisdiction, jurisdiction_url, state, measure,
       amount_usd, first_on, sources, :sort! AS sort_value
FROM award_rows
WHERE 1 = 1
  [[ AND amount_usd >= :min ]]
  [[ AND amount_usd <= :max ]]
  [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
