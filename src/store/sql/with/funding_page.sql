-- with: funding_few
-- The page of the amounts found that the question asks for: those of one place in the order follow each other as the roll-up has them.
-- What is told of each is looked up by whoever shows it. SQLite keeps the order of a page, but not that of all.
funding_page AS (
    SELECT place, sort_value
    FROM (SELECT f.place, [[? @placed: f.place ]] [[^ @placed: :sort! ]] AS sort_value
          FROM (SELECT l.*, m.jurisdiction_key FROM funding_few l LEFT JOIN funding_rollup m ON m.rowid = l.place) f
          WHERE (SELECT count(*) FROM funding_few) < (SELECT row_count FROM funding_most)
          UNION ALL
          SELECT place, [[? @placed: place ]] [[^ @placed: :sort! ]]
          FROM funding_many)
    WHERE [[? @placed: place > (SELECT place FROM named_cell) ]] [[^ @placed: 1 = 1 ]]
      [[^ @placed ? after_value:
      AND (sort_value, place) > (:after_value, (SELECT place FROM last_cell WHERE :after_key = :after_key)) ]]
    ORDER BY sort_value, place
    [[ LIMIT :limit ]]
)
