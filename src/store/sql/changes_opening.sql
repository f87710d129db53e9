-- with: event_rows
-- The newest two years in which something asked about happened.
SELECT 'from' AS facet, (CAST(substr(coalesce(max(event_on), :to, :as_of), 1, 4) AS INTEGER) - 1) || '-01-01' AS value
FROM event_rows
WHERE NOT is_undated
