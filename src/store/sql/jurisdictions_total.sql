-- with: jurisdiction_totals
SELECT row_count, counted_usd AS total_usd, counted_rows, amount_rows - counted_rows AS uncounted_rows,
       row_count - amount_rows AS empty_rows
FROM jurisdiction_totals
