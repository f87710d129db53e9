-- Amounts of a past day of a size, of all or of some years: funding_margin tells by day of those of the kept size that is nearest
-- (amount_size); those between it and the size asked for each list adds or, where they are smaller, takes away one by one (past_edges).
-- What is larger than what is asked for at most is taken away again (sign -1). Where one size is nearest to both ends, what is between
-- these is read, and no kept size (6) counts. Of other measures than awards there are few, which are read. An award without an amount is
-- taken away with the smallest.
past_sizes AS MATERIALIZED (
    SELECT measure, sign, least_usd, iif(n_alike > 1, 6, size) AS size, iif(n_alike > 1, most_usd, size_usd) AS size_usd
    FROM (SELECT r.measure, e.sign, e.least_usd, k.size, k.size_usd,
                 count(*) OVER (PARTITION BY r.measure, k.size) AS n_alike, max(e.least_usd) OVER (PARTITION BY r.measure) AS most_usd
          FROM ranked_measures r
          CROSS JOIN (SELECT 1 AS sign, ifnull(:min, -9223372036854775806) AS least_usd [[ UNION ALL SELECT -1, :max + 1 ]]) e
          CROSS JOIN amount_size k
                     ON k.size = iif(r.measure IN ('', 'award'),
                                     (SELECT n.size FROM amount_size n WHERE n.from_usd <= e.least_usd ORDER BY n.from_usd DESC, n.size DESC LIMIT 1),
                                     6))
),
past_edges AS NOT MATERIALIZED (
    SELECT measure, iif(size_usd < least_usd, -sign, sign) AS sign, min(size_usd, least_usd) AS least_usd,
           max(size_usd, least_usd) AS kept_usd, 0 AS is_small
    FROM past_sizes
),
-- Margins of awards: most have long been what they are now.
past_margins AS NOT MATERIALIZED (
    SELECT state, program_key, fiscal_year, local_usd, state_usd, row_count, award_count, cells_1, cells_2, cells_3, cells_4,
           cells_5, awards_1, awards_2, awards_3, awards_4, awards_5
    FROM funding_margin INDEXED BY funding_margin_newest
    WHERE is_newest = 1 AND measure = 'award' AND from_on <= :as_of
      [[ AND fiscal_year = :fy ]]
      [[ AND fiscal_year >= :fy_from ]]
      [[ AND fiscal_year <= :fy_to ]]
    UNION ALL
    SELECT m.state, m.program_key, m.fiscal_year, m.local_usd, m.state_usd, m.row_count, m.award_count, m.cells_1, m.cells_2,
           m.cells_3, m.cells_4, m.cells_5, m.awards_1, m.awards_2, m.awards_3, m.awards_4, m.awards_5
    FROM funding_margin c INDEXED BY funding_margin_newest
    CROSS JOIN funding_margin m ON m.measure = c.measure AND m.state = c.state AND m.program_key = c.program_key
                               AND m.fiscal_year = c.fiscal_year
                               AND m.from_on = (SELECT max(x.from_on) FROM funding_margin x
                                                WHERE x.measure = c.measure AND x.state = c.state AND x.program_key = c.program_key
                                                  AND x.fiscal_year = c.fiscal_year AND x.from_on <= :as_of)
    WHERE c.is_newest = 1 AND c.measure = 'award' AND c.from_on > :as_of
      [[ AND c.fiscal_year = :fy ]]
      [[ AND c.fiscal_year >= :fy_from ]]
      [[ AND c.fiscal_year <= :fy_to ]]
),
-- How many there are of each year, state and program.
past_rows AS NOT MATERIALIZED (
    SELECT e.measure, e.size, e.sign, m.state, m.program_key, m.fiscal_year, m.local_usd + m.state_usd AS all_usd,
           e.sign * iif(e.measure = 'award',
                        CASE e.size WHEN 0 THEN m.row_count WHEN 1 THEN m.cells_1 WHEN 2 THEN m.cells_2 WHEN 3 THEN m.cells_3
                                    WHEN 4 THEN m.cells_4 WHEN 5 THEN m.cells_5 ELSE 0 END,
                        CASE e.size WHEN 0 THEN m.award_count WHEN 1 THEN m.awards_1 WHEN 2 THEN m.awards_2 WHEN 3 THEN m.awards_3
                                    WHEN 4 THEN m.awards_4 WHEN 5 THEN m.awards_5 ELSE 0 END) AS row_count
    FROM past_margins m
    CROSS JOIN past_sizes e
    WHERE e.measure IN ('', 'award')
),
-- Money by year only, as pages tell it: none before the first day on which there is any of a size.
past_counts AS NOT MATERIALIZED (
    SELECT measure, 'program' AS facet, program_key AS value, row_count, NULL AS counted_rows, NULL AS counted_usd
    FROM past_rows
    WHERE state = '' AND program_key <> ''
    UNION ALL
    SELECT measure, 'state', state, row_count, NULL, NULL FROM past_rows WHERE state <> '' AND program_key = ''
    UNION ALL
    SELECT measure, 'fy', fiscal_year || '', row_count, row_count,
           sign * CASE size WHEN 0 THEN all_usd WHEN 6 THEN 0
                            ELSE ifnull((SELECT CASE size WHEN 1 THEN z.usd_1 WHEN 2 THEN z.usd_2 WHEN 3 THEN z.usd_3 WHEN 4 THEN z.usd_4
                                                          ELSE z.usd_5 END
                                         FROM size_money z
                                         WHERE z.measure = 'award' AND z.fiscal_year = past_rows.fiscal_year AND z.from_on <= :as_of
                                         ORDER BY z.from_on DESC
                                         LIMIT 1), 0) END
    FROM past_rows
    WHERE state = '' AND program_key = ''
)
