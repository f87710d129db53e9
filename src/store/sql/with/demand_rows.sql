demand_rows AS (
    SELECT d.key, d.name AS demand, '/demands/' || d.key AS demand_url, d.demand_kind, a.short_name AS authority,
           a.name AS authority_name, d.issued_on, d.due_on, d.signed_by, d.legal_basis, d.asked_for, d.threatened,
           nullif(n.named_count, 0) AS named_count, nullif(n.entries_count, 0) AS entries_count,
           n.entries_count > n.named_count AS is_repeated, d.stated_count, d.stated_count_precision,
           iif(d.withdrawn_on <= :as_of, d.withdrawn_on, NULL) AS withdrawn_on,
           iif(d.withdrawn_on <= :as_of, NULL, CAST(julianday(d.due_on) - julianday(:as_of) AS INTEGER)) AS days_left,
           d.due_on >= :as_of AND ifnull(d.withdrawn_on > :as_of, 1) AS is_due,
           d.due_on < :as_of AND ifnull(d.withdrawn_on > :as_of, 1) AS is_overdue,
           CASE WHEN d.outcome_on <= :as_of THEN d.outcome END AS outcome,
           CASE WHEN d.outcome_on <= :as_of THEN d.outcome_on END AS outcome_on,
           d.confidence, d.note, f.sources
    FROM demand d
    JOIN authority a ON a.key = d.authority_key
    JOIN (SELECT d.key, count(DISTINCT r.jurisdiction_key) AS named_count, count(r.key) AS entries_count
          FROM demand d
          LEFT JOIN demand_recipient r ON r.demand_key = d.key
          GROUP BY d.key) n ON n.key = d.key
    LEFT JOIN fact f ON f.table_name = 'demand' AND f.row_key = d.key
    WHERE d.issued_on <= :as_of
)
