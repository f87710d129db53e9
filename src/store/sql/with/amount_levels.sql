-- with: past_levels
-- when: unranked = ? past, j, demand, case
-- when: years = ? fy, fy_from, fy_to
-- when: by_level = ^ @unranked, program, state ? min, max | ^ @unranked, program, @years ? min, max | ^ @unranked, state, @years ? min, max
-- when: levelled = ? @by_level | ^ j, demand, case, program, state ? past ? min, max
-- Today's amounts of a size (by_level), of all or of what one thing narrows: amount_level tells of those that are as large as the next
-- level (kept_usd) or larger; the few below it, down to the size asked for, each list adds one by one (edge_cells). What is
-- larger than what is asked for at most is taken away again (sign -1). Of a year that has few, these are read (is_small): among
-- those of all years they are far between.
amount_edges AS MATERIALIZED (
    SELECT l.line, l.measure, l.narrowed_to, e.sign, e.least_usd,
           ifnull((SELECT min(k.from_usd) FROM amount_level k WHERE k.line = l.line AND k.from_usd >= e.least_usd),
                  9223372036854775807) AS kept_usd,
           [[? @years: (SELECT a.row_count FROM amount_level a WHERE a.line = l.line AND a.from_usd = -9223372036854775808 AND a.of_line = l.line)
           < 2048 AND ]] l.narrowed_by = 'fy' AS is_small
    FROM amount_line l
    CROSS JOIN (SELECT 1 AS sign, ifnull(:min, -9223372036854775808) AS least_usd [[ UNION ALL SELECT -1, :max + 1 ]]) e
    WHERE l.measure IN (SELECT measure FROM ranked_measures)
      [[^ program, state, @years: AND l.narrowed_by = '' ]]
      [[ AND l.narrowed_by = 'program' AND l.narrowed_to IN (:program*) ]]
      [[ AND l.narrowed_by = 'state' AND l.narrowed_to IN (:state*) ]]
      [[ AND l.narrowed_by = 'fy' AND CAST(l.narrowed_to AS INTEGER) = :fy ]]
      [[ AND l.narrowed_by = 'fy' AND CAST(l.narrowed_to AS INTEGER) >= :fy_from ]]
      [[ AND l.narrowed_by = 'fy' AND CAST(l.narrowed_to AS INTEGER) <= :fy_to ]]
),
level_counts AS NOT MATERIALIZED (
    [[^ past:
    SELECT e.measure, v.narrowed_by AS facet, v.narrowed_to AS value, e.sign * k.row_count AS row_count, e.sign * k.counted_rows AS counted_rows,
           e.sign * k.counted_usd AS counted_usd, e.sign * k.amount_usd AS amount_usd
    FROM amount_edges e
    CROSS JOIN amount_level k ON k.line = e.line AND k.from_usd = e.kept_usd
    CROSS JOIN amount_line v ON v.line = k.of_line ]]
    [[? past: SELECT *, counted_usd AS amount_usd FROM past_counts ]]
)
