-- What rulings made by :as_of do to which jurisdiction: those that were plaintiffs of its case when it was made, or everyone.
-- in_force: 1 while the effect holds on :as_of. until_on is known only once it has come.
effects_known AS (
    SELECT p.jurisdiction_key, e.key, e.requirement_key, e.effect, e.scope, e.from_on, e.ruling_key, r.case_key,
           r.authority_key, r.ruled_on, r.ruling_kind, r.summary,
           CASE WHEN e.until_on <= :as_of THEN e.until_on END AS until_on,
           CASE WHEN e.until_on <= :as_of THEN e.end_reason END AS end_reason,
           e.until_on IS NULL OR e.until_on > :as_of AS in_force
    FROM ruling_effect e
    JOIN ruling r ON r.key = e.ruling_key AND r.ruled_on <= :as_of
    JOIN (
        SELECT case_key, jurisdiction_key, min(ifnull(joined_on, '0000-00-00')) AS joined_on
        FROM case_party
        WHERE side = 'plaintiff' AND jurisdiction_key IS NOT NULL
        GROUP BY case_key, jurisdiction_key
    ) p ON p.case_key = r.case_key AND p.joined_on <= r.ruled_on
    WHERE e.scope <> 'nationwide' AND e.from_on <= :as_of [[ AND p.jurisdiction_key = :only ]]
    UNION ALL
    SELECT j.key, e.key, e.requirement_key, e.effect, e.scope, e.from_on, e.ruling_key, r.case_key,
           r.authority_key, r.ruled_on, r.ruling_kind, r.summary,
           CASE WHEN e.until_on <= :as_of THEN e.until_on END,
           CASE WHEN e.until_on <= :as_of THEN e.end_reason END,
           e.until_on IS NULL OR e.until_on > :as_of
    FROM ruling_effect e
    JOIN ruling r ON r.key = e.ruling_key AND r.ruled_on <= :as_of
    CROSS JOIN jurisdiction j
    WHERE e.scope = 'nationwide' AND e.from_on <= :as_of [[ AND j.key = :only ]]
)
