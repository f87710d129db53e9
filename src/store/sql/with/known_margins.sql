-- Each margin of the money as known on :as_of, in the order of its index; its amounts are NULL where nothing counts. Of past days most
-- have long been what they are now (c); of the others the stretch is looked up in which the day falls (m).
stretches AS NOT MATERIALIZED (
    [[^ past:
    SELECT measure, state, program_key, fiscal_year, local_usd, state_usd, local_rows, state_rows, row_count, award_count,
           outside_usd, outside_rows
    FROM funding_margin INDEXED BY funding_margin_newest
    WHERE is_newest = 1 AND from_on <= :as_of ]]
    [[? past:
    SELECT c.measure, c.state, c.program_key, c.fiscal_year, iif(m.from_on IS NULL, c.local_usd, m.local_usd) AS local_usd,
           iif(m.from_on IS NULL, c.state_usd, m.state_usd) AS state_usd, iif(m.from_on IS NULL, c.local_rows, m.local_rows) AS local_rows,
           iif(m.from_on IS NULL, c.state_rows, m.state_rows) AS state_rows, iif(m.from_on IS NULL, c.row_count, m.row_count) AS row_count,
           iif(m.from_on IS NULL, c.award_count, m.award_count) AS award_count,
           iif(m.from_on IS NULL, c.outside_usd, m.outside_usd) AS outside_usd,
           iif(m.from_on IS NULL, c.outside_rows, m.outside_rows) AS outside_rows
    FROM funding_margin c INDEXED BY funding_margin_newest
    LEFT JOIN funding_margin m ON m.measure = c.measure AND m.state = c.state AND m.program_key = c.program_key
                              AND m.fiscal_year = c.fiscal_year
                              AND m.from_on = iif(c.from_on <= :as_of, NULL,
                                                  (SELECT max(x.from_on) FROM funding_margin x
                                                   WHERE x.measure = c.measure AND x.state = c.state AND x.program_key = c.program_key
                                                     AND x.fiscal_year = c.fiscal_year AND x.from_on <= :as_of))
    WHERE c.is_newest = 1 AND (c.from_on <= :as_of OR m.from_on IS NOT NULL) ]]
),
known_margins AS NOT MATERIALIZED (
    SELECT measure, state, program_key, fiscal_year, iif(local_rows, local_usd, NULL) AS local_usd,
           iif(state_rows, state_usd, NULL) AS state_usd,
           iif(local_rows + state_rows, local_usd + state_usd, NULL) AS counted_usd,
           local_rows + state_rows AS counted_rows, row_count, award_count, outside_usd, outside_rows
    FROM stretches
)
