-- with: demand_rows
SELECT count(*) AS row_count FROM demand_rows
