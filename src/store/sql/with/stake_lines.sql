-- with: stake_parts
-- Gross, less what is not reached, less what is shielded, equals what remains; no line where no amount is asked of.
stake_lines AS (
    SELECT s.place, s.step, ifnull(sum(p.counted_usd), 0) AS amount_usd, ifnull(sum(p.counted_rows), 0) AS counted_rows,
           ifnull(sum(p.row_count), 0) AS row_count
    FROM (SELECT 1 AS place, 'gross' AS step UNION ALL SELECT 2, 'not-reached' UNION ALL SELECT 3, 'shielded' UNION ALL SELECT 4, 'remaining') s
    LEFT JOIN (SELECT step, sum(counted_usd) AS counted_usd, sum(counted_rows) AS counted_rows, sum(row_count) AS row_count
               FROM stake_parts GROUP BY step) p ON s.step IN ('gross', p.step)
    GROUP BY s.place, s.step
    HAVING (SELECT sum(row_count) FROM stake_parts) > 0
)
