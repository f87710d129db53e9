-- What happened with a demand: to all of it, and to those whom it names.
SELECT e.table_name || '/' || e.row_key || '/' || e.event_kind || '/' || e.event_on AS key,
       e.event_on, e.event_on_precision, e.event_kind,
       j.unique_name AS jurisdiction, a.short_name AS authority, e.summary, e.event_url, e.sources
FROM event e
LEFT JOIN authority a ON a.key = e.authority_key
LEFT JOIN jurisdiction_row j ON j.key = e.jurisdiction_key
WHERE e.event_on <= :as_of
  AND EXISTS (SELECT 1 FROM demand d WHERE d.key = :key AND d.issued_on <= :as_of)
  AND ((e.table_name = 'demand' AND e.row_key = :key)
       OR (e.table_name = 'demand_recipient' AND e.event_kind = 'outcome'
           AND e.row_key IN (SELECT key FROM demand_recipient WHERE demand_key = :key))
       OR (e.table_name = 'statement' AND e.row_key IN (SELECT key FROM statement WHERE demand_key = :key)))
ORDER BY e.event_on DESC, e.event_kind, e.row_key
