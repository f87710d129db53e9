-- The last few of jurisdiction_events, and how many there are in all.
SELECT e.event_on, e.event_on_precision, e.event_kind, e.lane, a.short_name AS authority, e.summary, e.event_url, e.sources,
       (SELECT count(*) FROM event n WHERE n.jurisdiction_key = :key AND n.event_on <= :as_of) AS row_count
FROM event e
LEFT JOIN authority a ON a.key = e.authority_key
WHERE e.jurisdiction_key = :key AND e.event_on <= :as_of
ORDER BY e.event_on DESC, e.event_kind, e.row_key
LIMIT 3
