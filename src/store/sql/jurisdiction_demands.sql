SELECT r.key, d.name AS demand, '/demands/' || d.key AS demand_url, d.demand_kind, a.short_name AS authority, d.issued_on,
       r.printed_name, x.due_on, iif(x.withdrawn_on <= :as_of, x.withdrawn_on, NULL) AS withdrawn_on,
       iif(x.withdrawn_on <= :as_of, NULL, CAST(julianday(x.due_on) - julianday(:as_of) AS INTEGER)) AS days_left,
       x.due_on >= :as_of AND x.withdrawn_on > :as_of AS is_due,
       x.due_on < :as_of AND x.withdrawn_on > :as_of AS is_overdue,
       d.asked_for, d.threatened,
       CASE WHEN r.outcome_on <= :as_of THEN r.outcome END AS outcome,
       CASE WHEN r.outcome_on <= :as_of THEN r.outcome_on END AS outcome_on, r.note, f.sources
FROM demand_recipient r
JOIN addressee x ON x.demand_key = r.demand_key AND x.recipient_key = r.key
JOIN demand d ON d.key = r.demand_key
JOIN authority a ON a.key = d.authority_key
LEFT JOIN fact f ON f.table_name = 'demand_recipient' AND f.row_key = r.key
WHERE r.jurisdiction_key = :key AND d.issued_on <= :as_of
ORDER BY d.issued_on DESC, d.key, r.key
