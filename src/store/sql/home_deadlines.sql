-- Deadlines, but for those withdrawn: still due first, soonest first; then the latest that passed.
SELECT d.name AS demand, '/demands/' || d.key AS demand_url, x.due_on, a.short_name AS authority,
       CAST(julianday(x.due_on) - julianday(:as_of) AS INTEGER) AS days_left,
       x.due_on >= :as_of AS is_due, x.due_on < :as_of AS is_overdue,
       f.sources
FROM (
    SELECT DISTINCT demand_key, due_on
    FROM addressee
    WHERE issued_on <= :as_of AND due_on IS NOT NULL AND withdrawn_on > :as_of
) x
JOIN demand d ON d.key = x.demand_key
JOIN authority a ON a.key = d.authority_key
LEFT JOIN fact f ON f.table_name = 'demand' AND f.row_key = d.key
ORDER BY x.due_on < :as_of, abs(julianday(x.due_on) - julianday(:as_of)), d.key
LIMIT 6
