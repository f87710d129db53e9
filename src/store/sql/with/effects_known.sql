-- What rulings made by :as_of do to which jurisdiction. in_force: 1 while the effect holds on :as_of. until_on is known only
-- once it has come.
effects_known AS (
    SELECT j.key AS jurisdiction_key, e.key, e.requirement_key, e.effect, e.scope, e.from_on, e.ruling_key, r.case_key,
           r.authority_key, r.ruled_on, r.ruling_kind, r.summary,
           CASE WHEN e.until_on <= :as_of THEN e.until_on END AS until_on,
           CASE WHEN e.until_on <= :as_of THEN e.end_reason END AS end_reason,
           e.until_on IS NULL OR e.until_on > :as_of AS in_force
    FROM jurisdiction j
    JOIN effect_reach x ON x.jurisdiction_key IN (j.key, '')
    JOIN ruling_effect e ON e.key = x.effect_key AND e.from_on <= :as_of
    JOIN ruling r ON r.key = e.ruling_key AND r.ruled_on <= :as_of
    WHERE 1 = 1 [[ AND j.key = :only ]]
)
