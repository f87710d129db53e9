-- with: parties
-- Every deadline, once for each that is to answer by it.
deadlines_known AS NOT MATERIALIZED (
    SELECT ifnull(r.key, d.key) AS key, ifnull(r.due_on, d.due_on) AS due_on,
           iif(ifnull(r.withdrawn_on, d.withdrawn_on) <= :as_of, NULL,
               CAST(julianday(ifnull(r.due_on, d.due_on)) - julianday(:as_of) AS INTEGER)) AS days_left,
           CASE WHEN ifnull(r.withdrawn_on, d.withdrawn_on) <= :as_of THEN 'withdrawn'
                WHEN ifnull(r.due_on, d.due_on) > :as_of THEN 'due'
                WHEN ifnull(r.due_on, d.due_on) = :as_of THEN 'today' ELSE 'passed' END AS due_state,
           j.name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.key AS jurisdiction_key, j.kind, j.state,
           d.name AS demand, '/demands/' || d.key AS demand_url, d.key AS demand_key, a.short_name AS authority, d.issued_on,
           iif(ifnull(r.withdrawn_on, d.withdrawn_on) <= :as_of, ifnull(r.withdrawn_on, d.withdrawn_on), NULL) AS withdrawn_on,
           d.asked_for, d.threatened,
           CASE WHEN r.outcome_on <= :as_of THEN r.outcome WHEN d.outcome_on <= :as_of THEN d.outcome END AS outcome,
           CASE WHEN r.outcome_on <= :as_of THEN r.outcome_on WHEN d.outcome_on <= :as_of THEN d.outcome_on END AS outcome_on,
           f.sources
    FROM demand d
    JOIN authority a ON a.key = d.authority_key
    LEFT JOIN demand_recipient r ON r.demand_key = d.key
    LEFT JOIN jurisdiction j ON j.key = r.jurisdiction_key
    LEFT JOIN fact f ON f.table_name = iif(r.key IS NULL, 'demand', 'demand_recipient') AND f.row_key = ifnull(r.key, d.key)
    WHERE d.issued_on <= :as_of AND ifnull(r.due_on, d.due_on) IS NOT NULL
      [[ AND r.jurisdiction_key IN (:j*) ]]
      [[? case: AND r.jurisdiction_key IN (SELECT key FROM parties) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND d.key IN (:demand*) ]]
      [[ AND d.authority_key = :authority ]]
      [[ AND ifnull(r.due_on, d.due_on) >= :from ]]
      [[ AND ifnull(r.due_on, d.due_on) <= :to ]]
),
deadline_rows AS NOT MATERIALIZED (
    SELECT * FROM deadlines_known WHERE 1 = 1 [[ AND due_state IN (:standing*) ]]
)
