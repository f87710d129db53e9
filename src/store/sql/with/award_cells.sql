-- with: award_found
-- The awards of a question that no margin tells, to be counted one by one.
award_cells AS NOT MATERIALIZED (
    SELECT fiscal_year, program_key, jurisdiction_key
    FROM award_found
    WHERE (coalesce(:j*, :min, :max, NULL) IS NOT NULL
           OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL)
      [[ AND amount_usd >= :min ]] [[ AND amount_usd <= :max ]]
)
