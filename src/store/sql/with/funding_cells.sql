-- with: funding_rows
-- The amounts of a question that no margin tells, to be added cell by cell.
funding_cells AS NOT MATERIALIZED (
    SELECT *
    FROM funding_found
    WHERE coalesce(:j*, :min, :max, :demand, :case, NULL) IS NOT NULL
       OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL
)
