-- with: money
-- The jurisdictions of a map, and their cells where it is narrowed to a demand's, or to programs in a year.
placed AS NOT MATERIALIZED (
    SELECT j.*
    FROM jurisdiction_row j
    WHERE 1 = 1
      [[ AND j.kind IN (:kind*) ]]
      [[ AND j.key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]]
),
placed_money AS NOT MATERIALIZED (
    SELECT p.state, p.kind, m.counted_usd, 1 AS row_count, m.sources
    FROM [[? demand: placed p CROSS JOIN money m ]] [[^ demand: money m CROSS JOIN placed p ]] ON p.key = m.jurisdiction_key
    WHERE m.measure = :measure
      [[ AND +m.fiscal_year = :fy ]]
      [[ AND m.program_key IN (:program*) ]]
)
