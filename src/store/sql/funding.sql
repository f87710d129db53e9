-- with: funding_rows, last_cell, newest_year
-- sort: name = jurisdiction_key
-- sort: -fiscal-year = -fiscal_year
-- sort: fiscal-year = fiscal_year
-- sort: -amount = -amount_usd
-- sort: amount = amount_usd
-- What is told of each cell is looked up for the page only. SQLite keeps the order of a page, but not that of all.
SELECT r.key, r.jurisdiction, r.jurisdiction_url, r.jurisdiction_key, r.kind, r.state, r.program, r.program_url, r.program_key,
       r.fiscal_year, r.measure, r.amount_usd, r.amount_usd_url, r.amount_state, r.is_flagged, r.flag_reason, r.per_resident_usd,
       r.per_resident_usd_state, r.sources, page.sort_value
FROM (
    SELECT place, :sort! AS sort_value
    FROM funding_found
    WHERE 1 = 1
      [[ AND amount_usd >= :min ]]
      [[ AND amount_usd <= :max ]]
      AND :sort! >= iif(':sort!' = '-fiscal_year', (SELECT -max(fiscal_year) FROM newest_year [[ WHERE measure = :measure ]]), -9223372036854775808)
      [[ AND (:sort!, place) > (:after_value, (SELECT place FROM last_cell, newest_year WHERE :after_key = :after_key)) ]]
    ORDER BY :sort!, place
    [[ LIMIT :limit ]]
) page
CROSS JOIN funding_rows r ON r.place = page.place
[[^ limit: ORDER BY page.sort_value, page.place ]]
