-- with: timeline_rows
-- sort: -event = -CAST(julianday(event_on) AS INTEGER)
-- sort: event = event_on
SELECT key, event_on, event_on_precision, event_kind, lane, jurisdiction_key, jurisdiction, jurisdiction_url, authority,
       summary, summary_url, sources,
       :sort! AS sort_value
FROM timeline_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
