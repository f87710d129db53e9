-- with: known_margins
-- Cells and awards as known on :as_of by state and by program, as facets: where nothing is asked for but measure and years.
margin_counts AS NOT MATERIALIZED (
    SELECT iif(program_key = '', 'state', 'program') AS facet, state || program_key AS value, measure, sum(row_count) AS row_count,
           sum(award_count) AS award_count
    FROM known_margins
    WHERE (state = '') <> (program_key = '') AND coalesce(:j*, :state*, :program*, :demand, :case, :min, :max, NULL) IS NULL
      [[ AND measure = :measure ]]
      [[ AND fiscal_year = :fy ]]
      [[ AND fiscal_year >= :fy_from ]]
      [[ AND fiscal_year <= :fy_to ]]
    GROUP BY measure, state, program_key
)
