SELECT j.key || '/' || e.table_name || '/' || e.row_key || '/' || e.event_kind || '/' || e.event_on AS key,
       j.unique_name AS jurisdiction, e.event_on, e.event_on_precision, e.event_kind, a.short_name AS authority, e.summary, e.event_url, e.sources
FROM event e
JOIN jurisdiction_row j ON j.key = e.jurisdiction_key
LEFT JOIN authority a ON a.key = e.authority_key
WHERE e.jurisdiction_key = :key AND e.event_on <= :as_of
ORDER BY e.event_on DESC, e.event_kind, e.row_key
