-- The case of :key, the appeals from it, and the appeals from these.
case_line (case_key) AS (
    SELECT key FROM court_case WHERE key = :key
    UNION
    SELECT c.key FROM case_line a JOIN court_case c ON c.appeal_of_key = a.case_key
)
