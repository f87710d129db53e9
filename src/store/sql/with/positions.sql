-- Each authority's position in force on :as_of, courts included, about each jurisdiction: its own, and what a ruling does to all
-- where the court has none of its own.
own_positions AS NOT MATERIALIZED (
    SELECT jurisdiction_key, requirement_key, authority_key, position
    FROM position_span
    WHERE jurisdiction_key <> '' AND from_on <= :as_of AND until_on > :as_of [[ AND jurisdiction_key = :only ]]
),
general_positions AS NOT MATERIALIZED (
    SELECT requirement_key, authority_key, position
    FROM position_span
    WHERE jurisdiction_key = '' AND from_on <= :as_of AND until_on > :as_of
),
positions AS NOT MATERIALIZED (
    SELECT jurisdiction_key, requirement_key, authority_key, position FROM own_positions
    UNION ALL
    SELECT j.key, s.requirement_key, s.authority_key, s.position
    FROM jurisdiction j
    JOIN general_positions s
    WHERE NOT EXISTS (SELECT 1 FROM position_span o
                      WHERE o.jurisdiction_key = j.key AND o.requirement_key = s.requirement_key
                        AND o.authority_key = s.authority_key)
      [[ AND j.key = :only ]]
)
