-- with: stake_lines
-- Each line leads to its rows.
SELECT step AS step_line, NULL AS record_url, 'step' AS facet, nullif(step, 'gross') AS value, amount_usd, counted_rows, row_count
FROM stake_lines
ORDER BY place
