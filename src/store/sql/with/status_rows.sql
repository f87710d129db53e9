-- with: parties, disputes
-- Positions in force about jurisdictions of which at least one authority or court holds one by name; a ruling that reaches
-- everyone stands beside the others. Disputed is what several amount to: each of them is a row.
status_found AS NOT MATERIALIZED (
    SELECT *
    FROM status_row
    WHERE from_on <= :as_of AND until_on > :as_of
      [[ AND requirement_key = :requirement ]]
      [[ AND authority_key = :authority ]]
      [[ AND (position IN (:position*)
              OR 'disputed' IN (:position*) AND (jurisdiction_key, requirement_key) IN (SELECT jurisdiction_key, requirement_key FROM disputes)) ]]
      [[ AND jurisdiction_key IN (:j*) ]]
      [[? case: AND jurisdiction_key IN (SELECT key FROM parties) ]]
      [[ AND state IN (:state*) ]]
      [[ AND jurisdiction_key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]]
),
status_rows AS NOT MATERIALIZED (
    SELECT s.key, s.jurisdiction_key, s.authority_key, s.jurisdiction, '/jurisdictions/' || s.jurisdiction_key AS jurisdiction_url, s.kind,
           s.state, s.requirement_key, q.short_name AS requirement, '/requirements/' || q.key AS requirement_url,
           CASE WHEN q.ended_on <= :as_of THEN q.ended_on END AS condition_ended_on,
           EXISTS (SELECT 1 FROM disputes d
                   WHERE d.jurisdiction_key = s.jurisdiction_key AND d.requirement_key = s.requirement_key) AS disputed,
           iif(a.authority_kind = 'jurisdiction', 'itself', a.short_name) AS voice,
           CASE a.authority_kind WHEN 'jurisdiction' THEN NULL WHEN 'court' THEN '/cases?authority=' || a.key
                                 ELSE '/claims?authority=' || a.key END AS voice_url,
           a.name AS authority_name, a.authority_kind,
           CASE a.authority_kind WHEN 'agency' THEN 1 WHEN 'official' THEN 2 WHEN 'organization' THEN 3 WHEN 'jurisdiction' THEN 4 ELSE 5 END AS sort_column,
           s.position, s.made_on, s.made_on_precision, s.sources,
           iif(a.authority_kind = 'court', '/requirements/' || q.key,
               '/claims?j=' || s.jurisdiction_key || '&requirement=' || q.key || '&authority=' || a.key) AS position_url
    FROM status_found s
    JOIN requirement q ON q.key = s.requirement_key
    JOIN authority a ON a.key = s.authority_key
)
