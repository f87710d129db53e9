-- with: jurisdiction_found
-- Everything dated about the jurisdictions that a question asks for.
SELECT j.key || '/' || e.table_name || '/' || e.row_key || '/' || e.event_kind || '/' || e.event_on AS key,
       j.unique_name AS jurisdiction, e.event_on, e.event_on_precision, e.event_kind, a.short_name AS authority, e.summary, e.event_url, e.sources
FROM jurisdiction_found j
JOIN event e ON e.jurisdiction_key = j.key AND e.event_on <= :as_of
LEFT JOIN authority a ON a.key = e.authority_key
ORDER BY e.event_on DESC, j.key, e.event_kind, e.row_key
