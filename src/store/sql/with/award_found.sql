-- The awards that a question asks for, each from its first action on; its amount is what was obligated and de-obligated by
-- the date.
award_found AS NOT MATERIALIZED (
    SELECT w.key, w.rowid AS award_id, w.program_key, w.jurisdiction_key, w.fain, w.fiscal_year, w.recipient_name, w.summary, w.confidence,
           w.note, s.amount_usd
    FROM award w
    JOIN award_span s ON s.award_id = w.rowid AND s.from_on <= :as_of AND s.until_on > :as_of
    WHERE 1 = 1
      [[ AND w.jurisdiction_key IN (:j*) ]]
      [[ AND w.jurisdiction_key IN (SELECT key FROM jurisdiction_row WHERE state IN (:state*)) ]]
      [[ AND w.program_key IN (:program*) ]]
      [[ AND w.fiscal_year = :fy ]]
      [[ AND w.fiscal_year >= :fy_from ]]
      [[ AND w.fiscal_year <= :fy_to ]]
)
