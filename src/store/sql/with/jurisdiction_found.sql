-- with: positions, disputes
-- set: few = match, j, demand, case, position, authority, requirement
-- set: picked = @few, not_demand
-- The jurisdictions that a question asks for: those that all of its filters leave.
asked_positions AS NOT MATERIALIZED (
    SELECT jurisdiction_key, position
    FROM positions
    WHERE 1 = 1
      [[ AND requirement_key = :requirement ]]
      [[ AND authority_key = :authority ]]
    UNION ALL
    SELECT jurisdiction_key, 'disputed'
    FROM disputes
    WHERE :authority IS NULL
      [[ AND requirement_key = :requirement ]]
),
jurisdiction_found AS NOT MATERIALIZED (
    SELECT j.*
    FROM jurisdiction_row j
    WHERE 1 = 1
      [[ AND j.id IN (SELECT rowid FROM jurisdiction_search WHERE jurisdiction_search MATCH :match) ]]
      [[ AND j.key IN (:j*) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND j.kind IN (:kind*) ]]
      [[ AND j.key IN (SELECT r.jurisdiction_key FROM demand d
                       JOIN demand_recipient r ON r.demand_key = d.key
                       WHERE d.key = :demand AND d.issued_on <= :as_of) ]]
      [[ AND (SELECT count(DISTINCT r.demand_key) FROM demand_recipient r
              JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
              WHERE r.jurisdiction_key = j.key AND r.demand_key IN (:demand*)) = :demand_count ]]
      [[ AND j.key IN (SELECT p.jurisdiction_key FROM case_jurisdiction p WHERE p.case_key = :case AND p.since_on <= :as_of) ]]
      [[ AND (SELECT count(*) FROM case_jurisdiction p
              WHERE p.jurisdiction_key = j.key AND p.case_key IN (:case*) AND p.since_on <= :as_of) = :case_count ]]
      [[ AND j.key NOT IN (SELECT r.jurisdiction_key FROM demand_recipient r
                           JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
                           WHERE r.demand_key IN (:not_demand*)) ]]
      [[^ measure ? program:
      AND +j.place IN (SELECT k.place
                      FROM money_line l
                      JOIN jurisdiction_known k ON k.line = l.line AND k.from_on <= :as_of
                      WHERE l.measure = '' AND l.program_key IN (:program*) AND l.fiscal_year = 0) ]]
      [[^ measure ? fy:
      AND +j.place IN (SELECT k.place
                      FROM money_line l
                      JOIN jurisdiction_known k ON k.line = l.line AND k.from_on <= :as_of
                      WHERE l.measure = '' AND l.program_key = '' AND l.fiscal_year = :fy) ]]
      [[ AND EXISTS (SELECT 1 FROM asked_positions p WHERE p.jurisdiction_key = j.key AND p.position IN (:position*)) ]]
      [[ AND EXISTS (SELECT 1 FROM asked_positions p WHERE p.jurisdiction_key = j.key AND :requirement = :requirement) ]]
      [[ AND EXISTS (SELECT 1 FROM asked_positions p WHERE p.jurisdiction_key = j.key AND :authority = :authority) ]]
)
