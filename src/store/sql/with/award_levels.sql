-- with: award_found, amount_levels
ranked_measures AS NOT MATERIALIZED (SELECT '' AS measure),
edge_cells AS NOT MATERIALIZED (
    SELECT e.sign, f.fiscal_year, f.program, f.state
    FROM [[^ past: amount_edges ]] [[? past: past_edges ]] e
    CROSS JOIN award_found f ON ifnull(-f.amount_usd, 9223372036854775807) <= -e.least_usd
                            AND ifnull(-f.amount_usd, 9223372036854775807) > -e.kept_usd
    WHERE NOT e.is_small
      [[ AND f.program IN (SELECT rowid FROM program WHERE key IN (:program*)) ]]
      [[? program_count: AND (SELECT p.key FROM program p WHERE p.rowid = f.program) = e.narrowed_to ]]
      [[ AND f.state IN (:state*) AND f.program IN (SELECT rowid FROM program) ]]
      [[? state_count: AND f.state || '' = e.narrowed_to ]]
      [[^ past ? @years: AND f.fiscal_year || '' = e.narrowed_to
    UNION ALL
    SELECT e.sign, f.fiscal_year, f.program, f.state
    FROM amount_edges e
    CROSS JOIN award w ON w.fiscal_year = CAST(e.narrowed_to AS INTEGER)
    CROSS JOIN award_found f ON f.award_id = w.rowid
    WHERE e.is_small AND ifnull(-f.amount_usd, 9223372036854775807) <= -e.least_usd
      AND ifnull(-f.amount_usd, 9223372036854775807) > -e.kept_usd ]]
)
