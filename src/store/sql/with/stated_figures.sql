-- The figures of the jurisdiction :only as known on :as_of.
stated_figures AS NOT MATERIALIZED (
    SELECT f.*, s.sources
    FROM figure f
    JOIN fact s ON s.table_name = 'figure' AND s.row_key = f.key AND s.since_on <= :as_of
    WHERE f.jurisdiction_key = :only
)
