-- with: award_found
-- Those of the amounts asked for, read in the order of amounts, or by program or state: by what an award has come to by now, since
-- neither changes.
award_sized AS NOT MATERIALIZED (
    SELECT f.award_id, f.fiscal_year, f.program, f.state, f.amount_usd
    FROM [[? program, state ? past: award_span a CROSS JOIN ]] award_found f
         [[? program, state ? past: ON f.award_id = a.award_id AND a.until_on = '9999-12-31' ]]
    WHERE 1 = 1
      [[^ past ? program: AND f.program IN (SELECT rowid FROM program WHERE key IN (:program*)) ]]
      [[? past ? program: AND a.program IN (SELECT rowid FROM program WHERE key IN (:program*)) ]]
      [[^ past ? state: AND f.state IN (:state*) ]]
      [[? past ? state: AND a.state IN (:state*) ]]
      [[^ past ? min | ^ program, state ? min: AND ifnull(-f.amount_usd, 9223372036854775807) <= -:min ]]
      [[^ past ? max | ^ program, state ? max: AND ifnull(-f.amount_usd, 9223372036854775807) >= -:max ]]
      [[? past ? program, state ? min: AND f.amount_usd >= :min ]]
      [[? past ? program, state ? max: AND f.amount_usd <= :max ]]
      [[^ min ? max: AND f.amount_usd IS NOT NULL ]]
)
