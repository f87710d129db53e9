-- with: funding_rows, last_cell, newest_year
-- sort: name = jurisdiction_key
-- sort: -fiscal-year = -fiscal_year
-- sort: fiscal-year = fiscal_year
-- sort: -amount = -amount_usd
-- sort: amount = amount_usd
SELECT key, jurisdiction, jurisdiction_url, jurisdiction_key, kind, state, program, program_url, program_key, fiscal_year, measure,
       amount_usd, amount_usd_url, amount_state, is_flagged, flag_reason, per_resident_usd, per_resident_usd_state, sources, :sort! AS sort_value
FROM funding_rows
WHERE 1 = 1
  AND :sort! >= (SELECT iif(':sort!' = '-fiscal_year', -max(fiscal_year), -9223372036854775808) FROM newest_year [[ WHERE measure = :measure ]])
  [[ AND (:sort!, place) > (:after_value, (SELECT place FROM last_cell, newest_year WHERE :after_key = :after_key)) ]]
ORDER BY :sort!, place
[[ LIMIT :limit ]]
