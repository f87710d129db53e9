-- with: example_places
-- The jurisdiction of which most kinds of authority act, and most often.
SELECT 'j' AS facet, e.key AS value
FROM example_places e
JOIN event x ON x.jurisdiction_key = e.key AND x.event_on <= :as_of
GROUP BY e.key
ORDER BY count(DISTINCT x.lane) DESC, count(*) DESC, e.key
LIMIT 1
