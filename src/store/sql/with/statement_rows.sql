-- with: parties
-- is_undated as in event_rows.
statement_asked AS (
    SELECT t.key, t.said_on, t.said_on_precision, '/statements/' || t.key AS record_url, t.speaker, t.role, a.short_name AS authority,
           a.name AS authority_name, j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.state,
           d.key AS demand_key, d.name AS demand, '/demands/' || d.key AS demand_url, t.summary, t.confidence, t.note, f.sources,
           [[? from, to: t.said_on_precision IS 'unknown' ]] [[^ from, to: 0 ]] AS is_undated
    FROM statement t
    LEFT JOIN authority a ON a.key = t.authority_key
    LEFT JOIN jurisdiction_row j ON j.key = t.jurisdiction_key
    LEFT JOIN demand d ON d.key = t.demand_key AND d.issued_on <= :as_of
    LEFT JOIN fact f ON f.table_name = 'statement' AND f.row_key = t.key
    WHERE t.said_on <= :as_of
      [[ AND t.jurisdiction_key IN (:j*) ]]
      [[? case: AND t.jurisdiction_key IN (SELECT key FROM parties) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND d.key IN (:demand*) ]]
      [[ AND t.authority_key = :authority ]]
      [[ AND (t.said_on >= :from OR t.said_on_precision IS 'unknown') ]]
      [[ AND (t.said_on <= :to OR t.said_on_precision IS 'unknown') ]]
),
statement_rows AS (SELECT * FROM statement_asked WHERE NOT is_undated)
