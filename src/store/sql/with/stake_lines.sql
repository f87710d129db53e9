-- with: stake_rows
-- Gross, less what is not reached, less what is shielded, equals what remains.
stake_lines AS (
    SELECT s.place, s.step, ifnull(sum(r.counted_usd) FILTER (WHERE s.step IN ('gross', r.step)), 0) AS amount_usd,
           count(r.counted_usd) FILTER (WHERE s.step IN ('gross', r.step)) AS counted_rows,
           count(r.key) FILTER (WHERE s.step IN ('gross', r.step)) AS row_count,
           group_concat(r.sources, ' ') FILTER (WHERE s.step IN ('gross', r.step)) AS sources
    FROM (SELECT 1 AS place, 'gross' AS step UNION ALL SELECT 2, 'not-reached' UNION ALL SELECT 3, 'shielded' UNION ALL SELECT 4, 'remaining') s
    JOIN stake_rows r
    GROUP BY s.place, s.step
)
