-- with: parties
-- is_undated as in event_rows.
policy_asked AS (
    SELECT p.key, p.name AS policy, '/policies/' || p.key AS policy_url, j.unique_name AS jurisdiction,
           '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state, p.legal_basis, p.effective_on, p.effective_on_precision,
           CASE WHEN p.ended_on <= :as_of THEN p.ended_on END AS ended_on, p.summary, p.confidence, p.note, f.sources,
           ifnull(0 [[ OR v.first_on < :from ]] [[ OR v.last_on > :to OR v.first_on = '' ]], 0) AS is_undated
    FROM policy p
    LEFT JOIN vague_day v ON v.day = p.effective_on AND v.precision = p.effective_on_precision
    JOIN jurisdiction_row j ON j.key = p.jurisdiction_key
    LEFT JOIN fact f ON f.table_name = 'policy' AND f.row_key = p.key
    WHERE p.effective_on <= :as_of
      [[ AND p.jurisdiction_key IN (:j*) ]]
      [[? case: AND p.jurisdiction_key IN (SELECT key FROM parties) ]]
      [[ AND p.jurisdiction_key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND j.kind IN (:kind*) ]]
      [[ AND ifnull(v.last_on, p.effective_on) >= :from ]]
      [[ AND ifnull(v.first_on, p.effective_on) <= :to ]]
),
policy_rows AS (SELECT * FROM policy_asked WHERE NOT is_undated)
