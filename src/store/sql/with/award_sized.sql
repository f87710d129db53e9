-- with: award_found
-- Those of the amounts asked for, read in the order of amounts, or by program or state.
award_sized AS NOT MATERIALIZED (
    SELECT award_id, fiscal_year, program, state, amount_usd
    FROM award_found
    WHERE 1 = 1
      [[ AND program IN (SELECT rowid FROM program WHERE key IN (:program*)) ]]
      [[ AND state IN (:state*) ]]
      [[^ program, state ? min: AND ifnull(-amount_usd, 9223372036854775807) <= -:min ]]
      [[^ program, state ? max: AND ifnull(-amount_usd, 9223372036854775807) >= -:max ]]
      [[? program, state ? min: AND amount_usd >= :min ]]
      [[? program, state ? max: AND amount_usd <= :max ]]
      [[^ min ? max: AND amount_usd IS NOT NULL ]]
)
