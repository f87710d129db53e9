-- with: parties, money, effects, requirement_years, state_named
-- The requirements on programs; of jurisdictions: those on programs and years that they have money of, that someone has
-- claimed something of about them, or of which a ruling reaches them.
chosen AS [[^ j, demand, case: NOT MATERIALIZED ]] [[? j, demand, case: MATERIALIZED ]] (
    SELECT key, place, named_as FROM jurisdiction_row
    WHERE 1 = 1
      [[ AND key IN (:j*) ]]
      [[? case: AND key IN (SELECT key FROM parties) ]]
      [[ AND state IN (:state*) ]]
      [[ AND key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]]
),
-- Which named_jurisdiction stand for them.
named AS (
    SELECT [[? j, demand, case: named_as AS key FROM chosen ]] [[^ j, demand, case: key FROM state_named ]]
),
-- A state has many jurisdictions, so that it is looked up of each claim and amount whether it is of one of them.
reached AS (
    SELECT c.requirement_key FROM claim c
    WHERE c.made_on <= :as_of AND EXISTS (SELECT 1 FROM chosen j WHERE j.key = c.jurisdiction_key)
    UNION
    SELECT e.requirement_key FROM effects e
    JOIN effect_row x ON x.effect_key = e.key
    WHERE x.jurisdiction_key IN (SELECT '' UNION ALL SELECT key FROM named)
    UNION
    SELECT p.requirement_key FROM requirement_program p
    WHERE EXISTS (SELECT 1
                  FROM money_line l
                  CROSS JOIN jurisdiction_known k ON k.line = l.line
                  CROSS JOIN chosen j ON j.place = k.place
                  CROSS JOIN money m ON m.jurisdiction_key = j.key AND m.program_key = l.program_key
                  WHERE l.measure = '' AND l.program_key = p.program_key AND l.fiscal_year = 0
                    AND m.fiscal_year BETWEEN p.fy_from AND ifnull(p.fy_to, 9999))
),
requirement_rows AS (
    SELECT q.key, q.short_name AS requirement, '/requirements/' || q.key AS requirement_url, q.name AS requirement_name,
           a.short_name AS authority, l.legal_basis,
           (SELECT y.years FROM requirement_years y WHERE y.requirement_key = q.key) AS programs,
           q.effective_on, q.effective_on_precision,
           CASE WHEN q.ended_on <= :as_of THEN q.ended_on END AS ended_on,
           CASE WHEN q.ended_on <= :as_of THEN q.end_reason END AS end_reason,
           (SELECT count(DISTINCT e.ruling_key) FROM effects e WHERE e.requirement_key = q.key) AS rulings_count,
           q.summary, q.confidence, q.note, l.sources
    FROM requirement q
    JOIN authority a ON a.key = q.authority_key
    JOIN requirement_law l ON l.requirement_key = q.key
     AND l.from_on = (SELECT max(n.from_on) FROM requirement_law n WHERE n.requirement_key = q.key AND n.from_on <= :as_of)
    WHERE q.effective_on <= :as_of
      AND (coalesce(:j*, :state*, :demand, :case, NULL) IS NULL OR q.key IN (SELECT requirement_key FROM reached))
      [[ AND q.authority_key = :authority ]]
      [[ AND EXISTS (SELECT 1 FROM requirement_program r
                     WHERE r.requirement_key = q.key AND r.program_key IN (:program*)) ]]
)
