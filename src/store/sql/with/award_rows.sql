-- An award shows from its first action on; its amount is what was obligated and de-obligated by the date.
award_rows AS NOT MATERIALIZED (
    SELECT w.key, w.rowid AS award_id, '/awards/' || w.key AS record_url, w.fain, p.short_name AS program,
           '/programs/' || p.key AS program_url, w.fiscal_year, w.recipient_name, j.name AS jurisdiction,
           '/jurisdictions/' || j.key AS jurisdiction_url, j.state, 'award' AS measure, s.amount_usd, w.summary, w.confidence,
           w.note
    FROM award w
    JOIN award_span s ON s.award_id = w.rowid AND s.from_on <= :as_of AND s.until_on > :as_of
    LEFT JOIN program p ON p.key = w.program_key
    LEFT JOIN jurisdiction j ON j.key = w.jurisdiction_key
    WHERE 1 = 1
      [[ AND w.jurisdiction_key IN (:j*) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND w.program_key IN (:program*) ]]
      [[ AND w.fiscal_year = :fy ]]
      [[ AND w.fiscal_year >= :fy_from ]]
      [[ AND w.fiscal_year <= :fy_to ]]
)
