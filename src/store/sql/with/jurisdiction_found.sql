-- with: jurisdiction_held, jurisdiction_sized, standings
-- The jurisdictions that a question asks for: those that all of its filters leave. How they are found depends on what narrows them:
-- what leaves a few, what is held of them or not asked of them, and how much they have.
-- when: chosen = ? @few, @held, not_demand
-- when: picked = ? @chosen, @sized
-- Where programs are added up for the question, the list is walked in its order and each looked up among those of the size, or they are
-- looked up in the list.
-- when: added_sized = ^ fy ? program_count ? @sized
-- when: walked = ? @few | ? measure ? limit, state
-- Without a measure, those are left of which anything is known of a program or a year; of one of both, cells tell it.
-- when: narrowed = ^ measure ? program, fy
-- when: known = ^ @of_cells ? @narrowed
-- Those of which anything is known of a program, or of a year. A page of a list is found in its order; what is counted, by their places.
known_places AS NOT MATERIALIZED (
    SELECT k.place FROM asked_line l JOIN jurisdiction_known k ON k.line = l.line AND k.from_on <= :as_of
),
jurisdiction_found AS NOT MATERIALIZED (
    SELECT j.*
    FROM jurisdiction_row j
    WHERE 1 = 1
      [[ AND j.id IN (SELECT rowid FROM jurisdiction_search WHERE jurisdiction_search MATCH :match) ]]
      [[ AND j.key IN (:j*) ]]
      [[ AND j.state IN (:state*) ]]
      [[ AND +j.kind IN (:kind*) ]]
      [[ AND j.key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]]
      [[ AND (SELECT count(DISTINCT a.demand_key) FROM addressee a
              WHERE a.jurisdiction_key = j.key AND a.demand_key IN (:demand*) AND a.issued_on <= :as_of) = :demand_count ]]
      [[ AND j.key IN (SELECT p.jurisdiction_key FROM case_jurisdiction p WHERE p.case_key = :case AND p.since_on <= :as_of) ]]
      [[ AND (SELECT count(*) FROM case_jurisdiction p
              WHERE p.jurisdiction_key = j.key AND p.case_key IN (:case*) AND p.since_on <= :as_of) = :case_count ]]
      [[ AND j.key IN (SELECT jurisdiction_key FROM litigants WHERE litigation = :litigation) ]]
      [[ AND j.key IN (SELECT jurisdiction_key FROM standings WHERE due_state IN (:standing*)) ]]
      [[? @kept ? @sized: AND EXISTS (SELECT 1 FROM is_sized s WHERE s.link = j.place) ]]
      [[? @added_sized ? @walked: AND +j.place IN (SELECT link FROM sized) ]]
      [[^ @walked ? @added_sized: AND j.place IN (SELECT link FROM sized) ]]
      [[^ @few ? @of_cells ? @sized: AND j.key IN (SELECT link FROM sized) ]]
      [[? @of_cells ? @sized ? @few: AND +j.key IN (SELECT link FROM sized) ]]
      [[^ @few ? @known ? limit, state, fy: AND +j.place IN (SELECT place FROM known_places) ]]
      [[^ fy, limit, state, @few ? @known: AND j.place IN (SELECT place FROM known_places) ]]
      [[? @known ? @few:
      AND EXISTS (SELECT 1 FROM jurisdiction_known k
                  WHERE k.place = j.place AND k.line IN (SELECT line FROM asked_line) AND k.from_on <= :as_of) ]]
      [[^ measure, @few ? @of_cells:
      AND +j.key IN (SELECT jurisdiction_key
                     FROM money
                     WHERE measure IN (SELECT measure FROM money_line) AND program_key IN (:program*) AND +fiscal_year = :fy) ]]
      [[^ measure ? @of_cells ? @few:
      AND EXISTS (SELECT 1
                  FROM money m
                  WHERE m.jurisdiction_key = j.key AND m.program_key IN (:program*) AND m.fiscal_year = :fy
                    AND +m.measure IN (SELECT measure FROM money_line)) ]]
      [[? @held: AND +j.named_as IN (SELECT jurisdiction_key FROM held_of) ]]
      [[? not_demand: AND j.key NOT IN (SELECT ifnull(jurisdiction_key, '') FROM not_asked) ]]
)
