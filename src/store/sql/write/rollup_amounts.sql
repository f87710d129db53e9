-- Every amount with the day from which it counts, by jurisdiction, program and year: an order that indices have. The rest of
-- the order is made by rollup.c: a sorter for each of millions of small groups costs many times as much. An award counts in
-- full where it was made, and its shares apart, as another measure; an action's date is its own.
SELECT a.jurisdiction_key, a.program_key, a.fiscal_year, 'award' AS measure, x.action_on AS from_on, x.amount_usd, 1 AS counted,
       NULL AS flag_reason, ifnull(c.sources, a.source_key) AS sources
FROM award a
LEFT JOIN cited c ON c.table_name = 'award' AND c.row_key = a.key
CROSS JOIN award_action x ON x.award_key = a.key
WHERE a.jurisdiction_key IS NOT NULL
UNION ALL
SELECT h.jurisdiction_key, a.program_key, a.fiscal_year, 'joint-share', s.since_on, h.amount_usd, 1, NULL, s.sources
FROM award_share h
JOIN award a ON a.key = h.award_key
JOIN fact s ON s.table_name = 'award_share' AND s.row_key = h.key
WHERE h.amount_usd IS NOT NULL
UNION ALL
SELECT f.jurisdiction_key, f.program_key, f.fiscal_year, f.measure, s.since_on, f.amount_usd, f.counted, f.flag_reason,
       s.sources
FROM figure f
JOIN fact s ON s.table_name = 'figure' AND s.row_key = f.key
WHERE f.jurisdiction_key IS NOT NULL
ORDER BY jurisdiction_key, program_key, fiscal_year;
