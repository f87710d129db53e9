SELECT j.key AS jurisdiction_key, j.name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state, r.printed_name,
       ifnull(r.due_on, d.due_on) AS due_on,
       CASE WHEN ifnull(r.withdrawn_on, d.withdrawn_on) <= :as_of THEN ifnull(r.withdrawn_on, d.withdrawn_on) END AS withdrawn_on,
       CASE WHEN r.outcome_on <= :as_of THEN r.outcome END AS outcome,
       CASE WHEN r.outcome_on <= :as_of THEN r.outcome_on END AS outcome_on, r.note, f.sources
FROM demand_recipient r
JOIN demand d ON d.key = r.demand_key
JOIN jurisdiction j ON j.key = r.jurisdiction_key
LEFT JOIN fact f ON f.table_name = 'demand_recipient' AND f.row_key = r.key
WHERE r.demand_key = :key AND d.issued_on <= :as_of
ORDER BY j.kind = 'state', j.name, r.key
