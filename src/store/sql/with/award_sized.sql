-- with: award_found
-- Those of the amounts asked for, read in the order of amounts, or by program or state.
award_sized AS NOT MATERIALIZED (
    SELECT f.award_id, f.fiscal_year, f.program, f.state, f.amount_usd
    FROM award_found f
    WHERE 1 = 1
      [[ AND f.state IN (:state*) ]]
      [[ AND f.program IN (SELECT rowid FROM program WHERE key IN (:program*)) ]]
      [[^ program ? state: AND f.program IN (SELECT rowid FROM program) ]]
      [[ AND ifnull(-f.amount_usd, 9223372036854775807) <= -:min ]]
      [[ AND ifnull(-f.amount_usd, 9223372036854775807) >= -:max ]]
      [[^ min ? max: AND f.amount_usd IS NOT NULL ]]
)
