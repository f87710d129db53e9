-- with: stake_lines
-- The subtraction as one row.
SELECT max(row_count) FILTER (WHERE step = 'gross') AS row_count, :measure AS measure,
       max(iif(counted_rows, amount_usd, NULL)) FILTER (WHERE step = 'gross') AS total_usd,
       max(amount_usd) FILTER (WHERE step = 'not-reached') AS not_reached_usd,
       max(amount_usd) FILTER (WHERE step = 'shielded') AS shielded_usd,
       max(amount_usd) FILTER (WHERE step = 'remaining') AS remaining_usd,
       (SELECT q.ended_on FROM requirement q WHERE q.key = :requirement AND q.ended_on <= :as_of) AS ended_on
FROM stake_lines
