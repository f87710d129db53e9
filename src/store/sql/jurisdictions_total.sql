-- with: jurisdiction_totals
SELECT f.row_count, m.total_usd, m.counted_rows, m.amount_rows - m.counted_rows AS uncounted_rows, f.row_count - m.amount_rows AS empty_rows
FROM (SELECT count(*) AS row_count FROM jurisdiction_found) f
JOIN (SELECT sum(counted_usd) AS total_usd, ifnull(sum(counted_rows), 0) AS counted_rows, ifnull(sum(amount_rows), 0) AS amount_rows
      FROM jurisdiction_totals) m
