-- The case of :key, the appeals from it, and the appeals from these.
case_line (case_key) AS (
    SELECT key FROM court_case WHERE key = :key
    UNION
    SELECT l.case_key FROM case_line a JOIN appeal l ON l.appeal_of_key = a.case_key AND l.since_on <= :as_of
)
