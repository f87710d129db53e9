-- with: parties
-- is_undated as in event_rows.
statement_asked AS (
    SELECT t.key, t.said_on, t.said_on_precision, '/statements/' || t.key AS record_url, t.speaker, t.role, a.short_name AS authority,
           a.name AS authority_name, j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.state,
           d.key AS demand_key, d.name AS demand, '/demands/' || d.key AS demand_url, t.summary, t.confidence, t.note, f.sources,
           ifnull(0 [[ OR v.first_on < :from ]] [[ OR v.last_on > :to OR v.first_on = '' ]], 0) AS is_undated
    FROM statement t
    LEFT JOIN vague_day v ON v.day = t.said_on AND v.precision = t.said_on_precision
    LEFT JOIN authority a ON a.key = t.authority_key
    LEFT JOIN jurisdiction_row j ON j.key = t.jurisdiction_key
    LEFT JOIN demand d ON d.key = t.demand_key AND d.issued_on <= :as_of
    LEFT JOIN fact f ON f.table_name = 'statement' AND f.row_key = t.key
    WHERE t.said_on <= :as_of
      [[ AND t.jurisdiction_key IN (:j*) ]]
      [[? case: AND t.jurisdiction_key IN (SELECT key FROM parties) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND d.key IN (:demand*) ]]
      [[ AND (d.key = :about
              OR t.jurisdiction_key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :about AND issued_on <= :as_of)) ]]
      [[ AND t.authority_key = :authority ]]
      [[ AND ifnull(v.last_on, t.said_on) >= :from ]]
      [[ AND ifnull(v.first_on, t.said_on) <= :to ]]
),
statement_rows AS (SELECT * FROM statement_asked WHERE NOT is_undated)
