-- with: funding_cells, margins
-- What the amounts come to by measure and fiscal year: by the margins where they tell, else cell by cell.
funding_sums AS (
    SELECT measure, fiscal_year, counted_usd, counted_usd AS amount_usd, counted_rows, row_count FROM margins WHERE row_count > 0
    UNION ALL
    SELECT measure, fiscal_year, counted_usd, amount_usd, counted_usd IS NOT NULL, 1 FROM funding_cells
)
