-- with: statement_rows
-- With a demand: how many are about it, the rest being about its recipients alone.
SELECT count(*) FILTER (WHERE NOT is_undated) AS row_count, nullif(count(*) FILTER (WHERE is_undated), 0) AS undated_rows,
       [[^ about: NULL ]] [[ count(*) FILTER (WHERE NOT is_undated AND demand_key IS :about) ]] AS demand_rows,
       [[^ about: NULL ]] [[ count(*) FILTER (WHERE NOT is_undated AND demand_key IS NOT :about) ]] AS recipient_rows
FROM statement_asked
