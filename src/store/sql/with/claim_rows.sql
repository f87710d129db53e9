-- with: parties, claims_known
-- is_undated as in event_rows.
claim_asked AS NOT MATERIALIZED (
    SELECT c.key, c.made_on, c.made_on_precision, '/claims/' || c.key AS record_url,
           j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url,
           j.kind, j.state, q.short_name AS requirement, '/requirements/' || q.key AS requirement_url,
           c.requirement_key, c.authority_key, a.short_name AS authority, a.name AS authority_name, a.authority_kind, c.position, c.speaker,
           c.summary,
           c.is_current, c.ended_on, c.end_reason, d.name AS demand, '/demands/' || d.key AS demand_url, c.confidence, c.note, f.sources,
           ifnull(0 [[ OR v.first_on < :from ]] [[ OR v.last_on > :to OR v.first_on = '' ]], 0) AS is_undated
    FROM claims_known c
    LEFT JOIN vague_day v ON v.day = c.made_on AND v.precision = c.made_on_precision
    JOIN jurisdiction_row j ON j.key = c.jurisdiction_key
    JOIN requirement q ON q.key = c.requirement_key
    JOIN authority a ON a.key = c.authority_key
    LEFT JOIN demand d ON d.key = c.demand_key AND d.issued_on <= :as_of
    LEFT JOIN fact f ON f.table_name = 'claim' AND f.row_key = c.key
    WHERE 1 = 1
      [[ AND c.jurisdiction_key IN (:j*) ]]
      [[? case: AND c.jurisdiction_key IN (SELECT key FROM parties) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND c.requirement_key = :requirement ]]
      [[ AND c.authority_key = :authority ]]
      [[ AND c.position IN (:position*) ]]
      [[ AND d.key IN (:demand*) ]]
      [[ AND ifnull(v.last_on, c.made_on) >= :from ]]
      [[ AND ifnull(v.first_on, c.made_on) <= :to ]]
),
claim_rows AS NOT MATERIALIZED (SELECT * FROM claim_asked WHERE NOT is_undated)
