-- What is kept by group: it answers questions that nothing but states, kinds, a year or programs narrow. Without a measure it
-- tells how many jurisdictions have anything of a program, or of a year.
asked_line AS NOT MATERIALIZED (
    SELECT line
    FROM money_line
    WHERE [[? measure: measure = :measure ]] [[^ measure: measure = '' ]]
      [[^ program: AND program_key = '' ]] [[ AND program_key IN (:program*) ]]
      [[^ fy: AND fiscal_year = 0 ]] [[ AND fiscal_year = :fy ]]
),
-- The fewest groups that all asked for are of.
asked_groups AS NOT MATERIALIZED (
    SELECT id, row_count
    FROM jurisdiction_group
    WHERE [[^ state: state = '*' ]] [[ state IN (:state*) ]]
      [[^ state, kind: AND kind = '*' ]] [[ AND kind IN (:kind*) ]]
),
-- Those of one state and kind.
paired_groups AS NOT MATERIALIZED (
    SELECT id, state, kind, row_count
    FROM jurisdiction_group
    WHERE [[^ state: state <> '*' ]] [[ state IN (:state*) ]]
      [[^ kind: AND kind <> '*' ]] [[ AND kind IN (:kind*) ]]
),
group_sums AS NOT MATERIALIZED (
    SELECT g.id, g.state, g.kind, m.counted_usd, m.counted_rows, m.row_count, m.rows_10k, m.rows_100k, m.rows_1m,
           m.rows_10m
    FROM asked_line l
    CROSS JOIN jurisdiction_group g
    CROSS JOIN group_money m ON m.line = l.line AND m.group_id = g.id
    WHERE m.from_on = (SELECT max(x.from_on) FROM group_money x WHERE x.line = l.line AND x.group_id = g.id AND x.from_on <= :as_of)
)
