-- with: finding_rows
-- As in report_statements.
SELECT count(*) AS row_count,
       [[^ about: NULL ]] [[ count(*) FILTER (WHERE demand_key IS :about) ]] AS demand_rows,
       [[^ about: NULL ]] [[ count(*) FILTER (WHERE demand_key IS NOT :about) ]] AS recipient_rows
FROM finding_rows
