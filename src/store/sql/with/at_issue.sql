-- with: effects
-- The requirements that each case is about: those that it was brought over, and what its rulings bar or allow.
at_issue AS NOT MATERIALIZED (
    SELECT r.case_key, r.requirement_key
    FROM case_requirement r
    JOIN requirement q ON q.key = r.requirement_key AND q.effective_on <= :as_of
    UNION
    SELECT case_key, requirement_key FROM effects
)
