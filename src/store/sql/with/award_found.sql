-- What is told of the awards that a question asks for, each from its first action on; its amount is what was obligated and
-- de-obligated by the date. Nothing is kept of days after the edition's date, so that on it what has not ended holds.
-- Programs and states are looked at award by award; who looks awards up by one says so again (award_sized).
award_found AS NOT MATERIALIZED (
    SELECT s.award_id, s.fiscal_year, s.program, s.state, s.amount_usd
    FROM award_span s
    WHERE s.from_on <= :as_of AND [[^ past: s.until_on = '9999-12-31' ]] [[? past: s.until_on > :as_of ]]
      [[ AND s.award_id IN (SELECT rowid FROM award WHERE jurisdiction_key IN (:j*)) ]]
      [[ AND +s.state IN (:state*) ]]
      [[ AND +s.program IN (SELECT rowid FROM program WHERE key IN (:program*)) ]]
      [[ AND s.fiscal_year = :fy ]]
      [[ AND s.fiscal_year >= :fy_from ]]
      [[ AND s.fiscal_year <= :fy_to ]]
)
