-- with: disputes
-- What narrows jurisdictions but for their names and amounts: what is held of them, their cases, and demands that do not name them.
-- when: few = ? match, j, demand, case, litigation, standing
-- when: held = ? position, authority, requirement
-- What is held of each named_jurisdiction.
asked_positions AS NOT MATERIALIZED (
    SELECT jurisdiction_key, authority_key, position
    FROM position_span
    WHERE from_on <= :as_of AND until_on > :as_of
      [[ AND requirement_key = :requirement ]]
      [[ AND authority_key = :authority ]]
    UNION ALL
    SELECT jurisdiction_key, NULL, 'disputed'
    FROM disputes
    WHERE :authority IS NULL
      [[ AND requirement_key = :requirement ]]
),
-- Each named_jurisdiction of which a position asked for is held.
held_of AS NOT MATERIALIZED (
    SELECT jurisdiction_key FROM asked_positions [[ WHERE position IN (:position*) ]]
),
-- The one that stands for all others, which nothing names, where these are asked for.
others AS NOT MATERIALIZED (
    SELECT key FROM named_jurisdiction WHERE key = '' [[? @held: AND key IN (SELECT jurisdiction_key FROM held_of) ]]
),
-- Parties to any case, and those to one that is not known to have ended.
litigants AS NOT MATERIALIZED (
    SELECT jurisdiction_key, 'party' AS litigation FROM case_jurisdiction WHERE since_on <= :as_of
    UNION ALL
    SELECT p.jurisdiction_key, 'open'
    FROM case_jurisdiction p
    JOIN court_case c ON c.key = p.case_key
    WHERE p.since_on <= :as_of AND ifnull(c.closed_on, '9999-12-31') > :as_of
),
-- Those that a demand names which is not to name them.
not_asked AS NOT MATERIALIZED (
    SELECT DISTINCT jurisdiction_key FROM addressee WHERE issued_on <= :as_of [[ AND demand_key IN (:not_demand*) ]]
)
