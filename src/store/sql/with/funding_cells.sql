-- with: funding_rows, amount_levels
-- The amounts of a question of which neither margins nor levels tell, to be added cell by cell, read in the order of amounts where it
-- asks for some and for no program or state.
funding_cells AS NOT MATERIALIZED (
    SELECT measure, fiscal_year, program_key, state, counted_usd, amount_usd
    FROM funding_found
    WHERE (coalesce(:j*, :min, :max, :demand, :case, NULL) IS NOT NULL
           OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL)
      [[? @levelled: AND 0 ]]
      [[^ program, state ? min: AND -amount_usd <= -:min ]]
      [[^ program, state ? max: AND -amount_usd >= -:max ]]
      [[? program, state ? min: AND +amount_usd >= :min ]]
      [[? program, state ? max: AND +amount_usd <= :max ]]
)
