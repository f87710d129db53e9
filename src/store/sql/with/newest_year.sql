-- The latest fiscal year asked for of which each measure knows anything on :as_of: an order by year begins there.
newest_year AS (
    SELECT c.measure, max(c.fiscal_year) AS fiscal_year
    FROM funding_margin c INDEXED BY funding_margin_newest
    WHERE c.is_newest = 1 AND c.state = '' AND c.program_key = ''
      AND EXISTS (SELECT 1 FROM funding_margin x
                  WHERE x.measure = c.measure AND x.state = '' AND x.program_key = '' AND x.fiscal_year = c.fiscal_year
                    AND x.from_on <= :as_of)
      [[ AND c.fiscal_year <= :fy ]]
      [[ AND c.fiscal_year <= :fy_to ]]
    GROUP BY c.measure
)
