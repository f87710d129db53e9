-- with: parties
finding_rows AS (
    SELECT n.key, n.looked_for, '/findings/' || n.key AS record_url, n.looked_in, n.looked_on, j.unique_name AS jurisdiction,
           '/jurisdictions/' || j.key AS jurisdiction_url, j.state, d.key AS demand_key, d.name AS demand, '/demands/' || d.key AS demand_url,
           n.summary, n.confidence, n.note, f.sources
    FROM finding n
    LEFT JOIN jurisdiction_row j ON j.key = n.jurisdiction_key
    LEFT JOIN demand d ON d.key = n.demand_key AND d.issued_on <= :as_of
    LEFT JOIN fact f ON f.table_name = 'finding' AND f.row_key = n.key
    WHERE n.looked_on <= :as_of
      [[ AND n.jurisdiction_key IN (:j*) ]]
      [[? case: AND n.jurisdiction_key IN (SELECT key FROM parties) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND d.key IN (:demand*) ]]
      [[ AND (d.key = :about
              OR n.jurisdiction_key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :about AND issued_on <= :as_of)) ]]
)
