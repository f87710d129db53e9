-- Money by fiscal year as known on :as_of: of all, of each state asked for, or of each program. Where a question asks for
-- both, or for less than a state, a program and a year, there is no margin and no row, and cells are added instead.
margins AS (
    SELECT m.measure, m.state, m.program_key, m.fiscal_year, iif(m.local_rows, m.local_usd, NULL) AS local_usd,
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
    WHERE c.until_on = '9999-12-31' AND coalesce(:j*, :min, :max, :demand*, NULL) IS NULL
      AND (coalesce(:state*, NULL) IS NULL OR coalesce(:program*, NULL) IS NULL)
      AND c.state IN (iif(coalesce(:state*, NULL) IS NULL, '', NULL) [[, :state* ]])
      AND c.program_key IN (SELECT '' WHERE coalesce(:program*, NULL) IS NULL
                            UNION ALL SELECT key FROM program WHERE listing IN (:program*) OR key IN (:program*))
      [[ AND c.measure = :measure ]]
      [[ AND c.fiscal_year = :fy ]]
      [[ AND c.fiscal_year >= :fy_from ]]
      [[ AND c.fiscal_year <= :fy_to ]]
)
