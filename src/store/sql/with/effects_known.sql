-- What effects has, of rulings that reach the jurisdiction :only, with all that a page says of each.
effects_known AS NOT MATERIALIZED (
    SELECT e.*, CASE WHEN e.until_on <= :as_of THEN e.until_on END AS ended_on,
           CASE WHEN e.until_on <= :as_of THEN e.until_on_precision END AS ended_on_precision,
           CASE WHEN e.until_on <= :as_of THEN e.end_reason END AS ended_by, e.until_on > :as_of AS in_force
    FROM effect_row e
    WHERE e.jurisdiction_key = (SELECT j.named_as FROM jurisdiction_row j WHERE j.key = :only)
      AND e.from_on <= :as_of AND e.ruled_on <= :as_of
)
