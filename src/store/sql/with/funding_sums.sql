-- with: funding_cells, funding_levels, margins
-- What the amounts come to by fiscal year: by the margins or levels where they tell, else cell by cell.
funding_sums AS MATERIALIZED (
    SELECT fiscal_year, counted_usd, counted_usd AS amount_usd, counted_rows, row_count FROM margins WHERE row_count > 0
    [[? @levelled: UNION ALL SELECT fiscal_year, counted_usd, amount_usd, counted_rows, row_count FROM funding_levels ]]
    UNION ALL
    SELECT fiscal_year, sum(counted_usd), sum(amount_usd), count(counted_usd), count(*)
    FROM funding_cells
    GROUP BY +fiscal_year
)
