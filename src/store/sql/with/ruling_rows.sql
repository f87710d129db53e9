-- with: parties, effects, state_named
-- What each ruling bars or allows: a row an effect. It reaches the jurisdictions of effect_reach, '' all of them. is_undated as in event_rows.
ruling_asked AS (
    SELECT e.key, e.requirement_key, e.authority_key, e.ruled_on, e.ruled_on_precision, c.name AS case_name, '/cases/' || c.key AS case_url,
           a.short_name AS authority,
           q.short_name AS requirement, '/requirements/' || q.key AS requirement_url, e.effect, e.scope, e.from_on,
           e.from_on_precision, e.ended_on AS until_on, e.ended_on_precision AS until_on_precision,
           e.ended_by AS until_reason, e.in_force AS is_current, r.summary, e.sources,
           ifnull(0 [[ OR v.first_on < :from ]] [[ OR v.last_on > :to OR v.first_on = '' ]], 0) AS is_undated
    FROM effects e
    LEFT JOIN vague_day v ON v.day = e.ruled_on AND v.precision = e.ruled_on_precision
    JOIN ruling r ON r.key = e.ruling_key
    JOIN court_case c ON c.key = e.case_key
    JOIN authority a ON a.key = e.authority_key
    JOIN requirement q ON q.key = e.requirement_key
    WHERE 1 = 1
      [[ AND e.key IN (SELECT x.effect_key FROM effect_reach x WHERE x.jurisdiction_key IN ('', :j*)) ]]
      [[? case: AND e.key IN (SELECT x.effect_key FROM effect_reach x
                       WHERE x.jurisdiction_key = '' OR x.jurisdiction_key IN (SELECT key FROM parties)) ]]
      [[? state: AND e.key IN (SELECT x.effect_key FROM effect_row x
                               WHERE x.jurisdiction_key IN (SELECT '' UNION ALL SELECT key FROM state_named)) ]]
      [[ AND e.key IN (SELECT x.effect_key FROM effect_reach x WHERE x.jurisdiction_key = ''
                       UNION ALL
                       SELECT x.effect_key FROM effect_reach x
                       JOIN addressee p ON p.jurisdiction_key = x.jurisdiction_key AND p.issued_on <= :as_of
                       WHERE p.demand_key = :demand) ]]
      [[ AND e.requirement_key = :requirement ]]
      [[ AND e.authority_key = :authority ]]
      [[ AND iif(e.in_force, 'yes', 'no') = :in_force ]]
      [[ AND ifnull(v.last_on, e.ruled_on) >= :from ]]
      [[ AND ifnull(v.first_on, e.ruled_on) <= :to ]]
),
ruling_rows AS (SELECT * FROM ruling_asked WHERE NOT is_undated)
