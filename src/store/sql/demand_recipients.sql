SELECT j.key AS jurisdiction_key, j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state, r.printed_name,
       x.due_on, CASE WHEN x.withdrawn_on <= :as_of THEN x.withdrawn_on END AS withdrawn_on,
       CASE WHEN r.outcome_on <= :as_of THEN r.outcome END AS outcome,
       CASE WHEN r.outcome_on <= :as_of THEN r.outcome_on END AS outcome_on, r.note, f.sources
FROM demand_recipient r
JOIN addressee x ON x.demand_key = r.demand_key AND x.recipient_key = r.key
JOIN jurisdiction_row j ON j.key = r.jurisdiction_key
LEFT JOIN fact f ON f.table_name = 'demand_recipient' AND f.row_key = r.key
WHERE r.demand_key = :key AND x.issued_on <= :as_of
ORDER BY j.kind = 'state', j.name, r.key
