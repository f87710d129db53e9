-- with: award_sized, amount_levels
-- The awards of a question of which neither margins nor levels tell, to be counted one by one.
award_cells AS NOT MATERIALIZED (
    SELECT fiscal_year, program, state
    FROM award_sized
    WHERE (coalesce(:j*, :min, :max, NULL) IS NOT NULL
           OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL)
      [[? @levelled: AND 0 ]]
)
