-- with: parties, standings
-- Every deadline, once for each that is to answer by it.
deadlines_known AS NOT MATERIALIZED (
    SELECT ifnull(r.key, d.key) AS key, s.due_on,
           iif(s.withdrawn_on IS NULL, CAST(julianday(s.due_on) - julianday(:as_of) AS INTEGER), NULL) AS days_left, s.due_state,
           j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.key AS jurisdiction_key, j.kind, j.state,
           d.name AS demand, '/demands/' || d.key AS demand_url, d.key AS demand_key, a.short_name AS authority, d.issued_on,
           s.withdrawn_on, d.asked_for, d.threatened,
           CASE WHEN r.outcome_on <= :as_of THEN r.outcome WHEN d.outcome_on <= :as_of THEN d.outcome END AS outcome,
           CASE WHEN r.outcome_on <= :as_of THEN r.outcome_on WHEN d.outcome_on <= :as_of THEN d.outcome_on END AS outcome_on,
           f.sources
    FROM standings s
    JOIN demand d ON d.key = s.demand_key
    JOIN authority a ON a.key = d.authority_key
    LEFT JOIN demand_recipient r ON r.key = s.recipient_key
    LEFT JOIN jurisdiction_row j ON j.key = s.jurisdiction_key
    LEFT JOIN fact f ON f.table_name = iif(r.key IS NULL, 'demand', 'demand_recipient') AND f.row_key = ifnull(r.key, d.key)
    WHERE 1 = 1
      [[ AND s.jurisdiction_key IN (:j*) ]]
      [[? case: AND s.jurisdiction_key IN (SELECT key FROM parties) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND d.key IN (:demand*) ]]
      [[ AND d.authority_key = :authority ]]
      [[ AND s.due_on >= :from ]]
      [[ AND s.due_on <= :to ]]
),
deadline_rows AS NOT MATERIALIZED (
    SELECT * FROM deadlines_known WHERE 1 = 1 [[ AND due_state IN (:standing*) ]]
)
