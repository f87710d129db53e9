-- Each margin of the money as known on :as_of; its amounts are NULL where nothing counts.
known_margins AS NOT MATERIALIZED (
    SELECT c.measure, c.state, c.program_key, c.fiscal_year, iif(m.local_rows, m.local_usd, NULL) AS local_usd,
           iif(m.state_rows, m.state_usd, NULL) AS state_usd,
           iif(m.local_rows + m.state_rows, m.local_usd + m.state_usd, NULL) AS counted_usd,
           m.local_rows + m.state_rows AS counted_rows, m.row_count, m.award_count
    FROM funding_margin c INDEXED BY funding_margin_cell
    CROSS JOIN funding_margin m ON m.measure = c.measure AND m.state = c.state AND m.program_key = c.program_key
                               AND m.fiscal_year = c.fiscal_year
                               AND m.from_on = (SELECT max(x.from_on) FROM funding_margin x
                                                WHERE x.measure = c.measure AND x.state = c.state
                                                  AND x.program_key = c.program_key AND x.fiscal_year = c.fiscal_year
                                                  AND x.from_on <= :as_of)
    WHERE c.until_on = '9999-12-31'
)
