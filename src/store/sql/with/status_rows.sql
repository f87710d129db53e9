-- with: parties, positions, disputes
-- Positions in force about jurisdictions of which at least one authority or court holds one by name; a ruling that reaches
-- everyone stands beside the others.
-- Only where someone holds one by name can what reaches everyone stand beside it.
status_positions AS NOT MATERIALIZED (
    SELECT jurisdiction_key, requirement_key, authority_key, position FROM own_positions
    UNION ALL
    SELECT n.jurisdiction_key, s.requirement_key, s.authority_key, s.position
    FROM (SELECT DISTINCT jurisdiction_key, requirement_key FROM own_positions) n
    JOIN general_positions s ON s.requirement_key = n.requirement_key
    WHERE NOT EXISTS (SELECT 1 FROM position_span o
                      WHERE o.jurisdiction_key = n.jurisdiction_key AND o.requirement_key = s.requirement_key
                        AND o.authority_key = s.authority_key)
),
status_rows AS (
    SELECT p.jurisdiction_key || '.' || p.requirement_key || '.' || p.authority_key || '.' || p.position AS key,
           p.jurisdiction_key, p.authority_key, j.name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url, j.kind, j.state,
           p.requirement_key, q.short_name AS requirement, '/requirements/' || q.key AS requirement_url,
           EXISTS (SELECT 1 FROM disputes d
                   WHERE d.jurisdiction_key = p.jurisdiction_key AND d.requirement_key = p.requirement_key) AS disputed,
           iif(a.authority_kind = 'jurisdiction', 'itself', a.short_name) AS voice, a.name AS authority_name, a.authority_kind,
           CASE a.authority_kind WHEN 'agency' THEN 1 WHEN 'official' THEN 2 WHEN 'organization' THEN 3 WHEN 'jurisdiction' THEN 4 ELSE 5 END AS sort_column,
           p.position,
           iif(a.authority_kind = 'court', '/requirements/' || q.key,
               '/claims?j=' || j.key || '&requirement=' || q.key || '&authority=' || a.key) AS position_url
    FROM status_positions p
    JOIN jurisdiction j ON j.key = p.jurisdiction_key
    JOIN requirement q ON q.key = p.requirement_key
    JOIN authority a ON a.key = p.authority_key
    WHERE EXISTS (SELECT 1 FROM position_span s
                  WHERE s.requirement_key = p.requirement_key AND s.jurisdiction_key = p.jurisdiction_key
                    AND s.from_on <= :as_of AND s.until_on > :as_of
                    AND (s.position NOT IN ('barred-by-court', 'allowed-by-court')
                         OR EXISTS (SELECT 1 FROM effect_reach x
                                    CROSS JOIN ruling_effect e ON e.key = x.effect_key AND e.requirement_key = s.requirement_key
                                                              AND e.from_on <= :as_of AND ifnull(e.until_on, '9999-12-31') > :as_of
                                    JOIN ruling r ON r.key = e.ruling_key AND r.ruled_on <= :as_of
                                    WHERE x.jurisdiction_key = s.jurisdiction_key)))
      [[ AND p.requirement_key = :requirement ]]
      [[ AND p.authority_key = :authority ]]
      [[ AND p.position IN (:position*) ]]
      [[ AND p.jurisdiction_key IN (:j*) ]]
      [[? case: AND p.jurisdiction_key IN (SELECT key FROM parties) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND p.jurisdiction_key IN (SELECT r.jurisdiction_key FROM demand_recipient r
                                    JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
                                    WHERE r.demand_key = :demand) ]]
)
