-- with: award_few
-- sort: -fiscal-year = -fiscal_year
-- sort: fiscal-year = fiscal_year
-- sort: name = recipient_name
-- sort: -amount = ifnull(-amount_usd, 9223372036854775807)
-- sort: amount = ifnull(amount_usd, 9223372036854775807)
-- Awards of one place in the order follow each other by key, which is by rowid. Their facts are read for the page only.
-- SQLite keeps the order of a page, but not that of all.
SELECT r.key, r.recipient_name, r.record_url, r.fain, r.program, r.program_url, r.fiscal_year, r.jurisdiction,
       r.jurisdiction_url, r.state, r.measure, page.amount_usd, iif(page.amount_usd IS NULL, 'no-data', 'counted') AS amount_state,
       f.since_on AS first_on, f.since_on_precision AS first_on_precision, f.sources, page.sort_value
FROM (
    SELECT award_id, amount_usd, :sort! AS sort_value
    FROM (SELECT f.*, w.recipient_name FROM award_few f LEFT JOIN award w ON w.rowid = f.award_id)
    WHERE 1 = 1
      [[^ j: AND (SELECT count(*) FROM award_few) < (SELECT row_count FROM award_most) ]]
      [[ AND (:sort!, award_id) > (:after_value, ifnull((SELECT rowid FROM award WHERE key = :after_key), 0)) ]]
    [[^ j: UNION ALL
    SELECT award_id, amount_usd, :sort! FROM award_many ]]
    [[^ j ? after_value: WHERE (:sort!, award_id) > (:after_value, ifnull((SELECT rowid FROM award WHERE key = :after_key), 0)) ]]
    [[? @ranked: UNION ALL
    SELECT award_id, amount_usd, :sort! FROM award_ranked ]]
    [[? @ranked ? after_value: WHERE :sort! >= :after_value AND (:sort!, award_id) > (:after_value, ifnull((SELECT rowid FROM award WHERE key = :after_key), 0)) ]]
    ORDER BY sort_value, award_id
    [[ LIMIT :limit ]]
) page
CROSS JOIN award_facts r ON r.award_id = page.award_id
LEFT JOIN fact f ON f.table_name = 'award' AND f.row_key = r.key
[[^ limit: ORDER BY page.sort_value, page.award_id ]]
