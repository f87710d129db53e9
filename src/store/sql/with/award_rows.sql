-- An award shows from its first action on; its amount is what was obligated and de-obligated by the date.
award_rows AS NOT MATERIALIZED (
    SELECT w.key, '/awards/' || w.key AS record_url, w.fain, p.short_name AS program, '/programs/' || p.key AS program_url,
           w.fiscal_year, w.recipient_name, j.name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.state,
           'award' AS measure,
           (SELECT sum(x.amount_usd) FROM award_action x WHERE x.award_key = w.key AND x.action_on <= :as_of) AS amount_usd,
           f.since_on AS first_on, w.summary, w.confidence, w.note, f.sources
    FROM award w
    JOIN fact f ON f.table_name = 'award' AND f.row_key = w.key AND f.since_on <= :as_of
    LEFT JOIN program p ON p.key = w.program_key
    LEFT JOIN jurisdiction j ON j.key = w.jurisdiction_key
    WHERE 1 = 1
      [[ AND w.jurisdiction_key IN (:j*) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND (p.listing IN (:program*) OR p.key IN (:program*)) ]]
      [[ AND w.fiscal_year = :fy ]]
      [[ AND w.fiscal_year >= :fy_from ]]
      [[ AND w.fiscal_year <= :fy_to ]]
)
