-- with: parties
-- What each ruling bars or allows: a row an effect. It reaches the jurisdictions of effect_reach, '' all of them.
ruling_rows AS (
    SELECT e.key, r.ruled_on, c.name AS case_name, '/cases/' || c.key AS case_url, a.short_name AS authority,
           q.short_name AS requirement, '/requirements/' || q.key AS requirement_url, e.effect, e.scope, e.from_on,
           CASE WHEN e.until_on <= :as_of THEN e.until_on END AS until_on,
           CASE WHEN e.until_on <= :as_of THEN e.end_reason END AS until_reason,
           e.until_on IS NULL OR e.until_on > :as_of AS is_current, r.summary, f.sources
    FROM ruling_effect e
    JOIN ruling r ON r.key = e.ruling_key
    JOIN court_case c ON c.key = r.case_key
    JOIN authority a ON a.key = r.authority_key
    JOIN requirement q ON q.key = e.requirement_key
    LEFT JOIN fact f ON f.table_name = 'ruling_effect' AND f.row_key = e.key
    WHERE r.ruled_on <= :as_of AND e.from_on <= :as_of
      [[ AND e.key IN (SELECT x.effect_key FROM effect_reach x WHERE x.jurisdiction_key IN ('', :j*)) ]]
      [[? case: AND e.key IN (SELECT x.effect_key FROM effect_reach x
                       WHERE x.jurisdiction_key = '' OR x.jurisdiction_key IN (SELECT key FROM parties)) ]]
      [[ AND e.key IN (SELECT x.effect_key FROM effect_reach x WHERE x.jurisdiction_key = ''
                       UNION ALL
                       SELECT x.effect_key FROM effect_reach x JOIN jurisdiction j ON j.key = x.jurisdiction_key
                       WHERE j.state IN (:state*)) ]]
      [[ AND e.key IN (SELECT x.effect_key FROM effect_reach x WHERE x.jurisdiction_key = ''
                       UNION ALL
                       SELECT x.effect_key FROM effect_reach x
                       JOIN addressee p ON p.jurisdiction_key = x.jurisdiction_key AND p.issued_on <= :as_of
                       WHERE p.demand_key = :demand) ]]
      [[ AND e.requirement_key = :requirement ]]
      [[ AND r.authority_key = :authority ]]
      [[ AND r.ruled_on >= :from ]]
      [[ AND r.ruled_on <= :to ]]
)
