-- with: known_margins
-- Money by fiscal year as known on :as_of: of all, of each state asked for, or of each program. Where a question asks for
-- both, or for less than a state, a program and a year, there is no margin and no row, and cells are added instead.
margins AS (
    SELECT measure, program_key, fiscal_year, counted_usd, counted_rows, row_count, award_count, outside_usd, outside_rows
    FROM known_margins
    WHERE coalesce(:j*, :min, :max, :demand*, :case, NULL) IS NULL
      AND (coalesce(:state*, NULL) IS NULL OR coalesce(:program*, NULL) IS NULL)
      [[^ state: AND state = '' ]] [[ AND state IN (:state*) ]]
      [[^ program: AND program_key = '' ]] [[ AND program_key IN (:program*) ]]
      [[ AND measure = :measure ]]
      [[ AND fiscal_year = :fy ]]
      [[ AND fiscal_year >= :fy_from ]]
      [[ AND fiscal_year <= :fy_to ]]
)
