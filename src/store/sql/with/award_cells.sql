-- with: award_rows
-- The awards of a question that no margin tells, to be counted one by one.
award_cells AS NOT MATERIALIZED (
    SELECT *
    FROM award_rows
    WHERE (coalesce(:j*, :min, :max, NULL) IS NOT NULL
           OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL)
      [[ AND amount_usd >= :min ]] [[ AND amount_usd <= :max ]]
)
