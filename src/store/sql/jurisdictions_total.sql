-- with: jurisdiction_totals
-- sort_10k_rows and so on: how many have an amount of 10,000 dollars or a larger one, by which jurisdictions_facets narrows.
SELECT row_count, counted_usd AS total_usd, counted_rows, amount_rows - counted_rows AS uncounted_rows,
       row_count - amount_rows AS empty_rows
       [[? measure:, rows_10k AS sort_10k_rows, rows_100k AS sort_100k_rows, rows_1m AS sort_1m_rows, rows_10m AS sort_10m_rows ]]
FROM jurisdiction_totals
