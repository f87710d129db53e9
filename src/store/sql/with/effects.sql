-- What rulings do, as known on :as_of: an end is known only once it has come.
effects AS NOT MATERIALIZED (
    SELECT e.*, CASE WHEN e.until_on <= :as_of THEN e.until_on END AS ended_on,
           CASE WHEN e.until_on <= :as_of THEN e.until_on_precision END AS ended_on_precision,
           CASE WHEN e.until_on <= :as_of THEN e.end_reason END AS ended_by, e.until_on > :as_of AS in_force
    FROM applied_effect e
    WHERE e.since_on <= :as_of
)
