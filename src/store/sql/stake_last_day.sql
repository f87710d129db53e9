-- The day before the requirement ended, if it has: after that it reaches nothing.
SELECT date(ended_on, '-1 day') AS in_force_on, NULL AS record_url, 'as_of' AS facet, date(ended_on, '-1 day') AS value
FROM requirement
WHERE key = :requirement AND ended_on <= :as_of
