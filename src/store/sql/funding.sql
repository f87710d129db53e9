-- with: funding_few, last_cell
-- sort: name = jurisdiction_key
-- sort: -fiscal-year = -fiscal_year
-- sort: fiscal-year = fiscal_year
-- sort: -amount = -amount_usd
-- sort: amount = amount_usd
-- Amounts of one place in the order follow each other as the roll-up has them. What is told of each is looked up for the page only.
-- SQLite keeps the order of a page, but not that of all.
SELECT r.key, r.jurisdiction, r.jurisdiction_url, r.jurisdiction_key, r.kind, r.state, r.program, r.program_url, r.program_key,
       r.fiscal_year, r.measure, r.amount_usd, r.amount_usd_url, r.amount_state, r.is_flagged, r.flag_reason, r.per_resident_usd,
       r.per_resident_usd_state, r.sources, page.sort_value
FROM (
    SELECT place, :sort! AS sort_value
    FROM (SELECT f.*, m.jurisdiction_key FROM funding_few f LEFT JOIN funding_rollup m ON m.rowid = f.place)
    WHERE 1 = 1
      [[^ j, demand, case: AND (SELECT count(*) FROM funding_few) < (SELECT row_count FROM funding_most) ]]
      [[ AND (:sort!, place) > (:after_value, (SELECT place FROM last_cell WHERE :after_key = :after_key)) ]]
    [[^ j, demand, case: UNION ALL
    SELECT place, :sort! FROM funding_many ]]
    [[^ j, demand, case ? after_value: WHERE (:sort!, place) > (:after_value, (SELECT place FROM last_cell WHERE :after_key = :after_key)) ]]
    ORDER BY sort_value, place
    [[ LIMIT :limit ]]
) page
CROSS JOIN funding_rows r ON r.place = page.place
[[^ limit: ORDER BY page.sort_value, page.place ]]
