-- with: funding_few, last_cell
-- The page of the amounts found that the question asks for: those of one place in the order follow each other as the roll-up has them.
-- What is told of each is looked up by whoever shows it. SQLite keeps the order of a page, but not that of all.
funding_page AS (
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
)
