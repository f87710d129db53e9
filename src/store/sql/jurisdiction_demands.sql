SELECT r.key, d.name AS demand, '/demands/' || d.key AS demand_url, d.demand_kind, a.short_name AS authority, d.issued_on,
       r.printed_name, ifnull(r.due_on, d.due_on) AS due_on,
       iif(ifnull(r.withdrawn_on, d.withdrawn_on) <= :as_of, ifnull(r.withdrawn_on, d.withdrawn_on), NULL) AS withdrawn_on,
       iif(ifnull(ifnull(r.withdrawn_on, d.withdrawn_on) <= :as_of, 0), NULL, CAST(julianday(ifnull(r.due_on, d.due_on)) - julianday(:as_of) AS INTEGER)) AS days_left,
       CAST(julianday(:as_of) - julianday(ifnull(r.due_on, d.due_on)) AS INTEGER) AS days_overdue,
       ifnull(r.due_on, d.due_on) > :as_of AND NOT ifnull(ifnull(r.withdrawn_on, d.withdrawn_on) <= :as_of, 0) AS is_due,
       ifnull(r.due_on, d.due_on) = :as_of AND NOT ifnull(ifnull(r.withdrawn_on, d.withdrawn_on) <= :as_of, 0) AS is_due_today,
       ifnull(r.due_on, d.due_on) < :as_of AND NOT ifnull(ifnull(r.withdrawn_on, d.withdrawn_on) <= :as_of, 0) AS is_overdue,
       d.asked_for, d.threatened,
       CASE WHEN r.outcome_on <= :as_of THEN r.outcome END AS outcome,
       CASE WHEN r.outcome_on <= :as_of THEN r.outcome_on END AS outcome_on, r.note, f.sources
FROM demand_recipient r
JOIN demand d ON d.key = r.demand_key
JOIN authority a ON a.key = d.authority_key
LEFT JOIN fact f ON f.table_name = 'demand_recipient' AND f.row_key = r.key
WHERE r.jurisdiction_key = :key AND d.issued_on <= :as_of
ORDER BY d.issued_on DESC, d.key, r.key
