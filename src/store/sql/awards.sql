-- with: award_rows
-- sort: -fiscal-year = -fiscal_year
-- sort: fiscal-year = fiscal_year
-- sort: name = recipient_name
-- sort: -amount = ifnull(-amount_usd, 9223372036854775807)
-- sort: amount = ifnull(amount_usd, 9223372036854775807)
-- The page is picked first, so that only its awards are summed, unless the amount itself is asked for.
SELECT r.key, r.recipient_name, r.record_url, r.fain, r.program, r.program_url, r.fiscal_year, r.jurisdiction,
       r.jurisdiction_url, r.state, r.measure, r.amount_usd, iif(r.amount_usd IS NULL, 'no-data', 'counted') AS amount_state,
       r.first_on, r.sources, p.sort_value
FROM (
    SELECT key, :sort! AS sort_value
    FROM award_rows
    WHERE 1 = 1
      [[ AND amount_usd >= :min ]]
      [[ AND amount_usd <= :max ]]
      [[ AND (:sort!, key) > (:after_value, :after_key) ]]
    ORDER BY :sort!, key
    [[ LIMIT :limit ]]
) p
JOIN award_rows r ON r.key = p.key
ORDER BY p.sort_value, p.key
