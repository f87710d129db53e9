-- Each authority's position in force on :as_of, courts included, about each jurisdiction.
positions AS NOT MATERIALIZED (
    SELECT jurisdiction_key, requirement_key, authority_key, position
    FROM position_span
    WHERE jurisdiction_key <> '' AND from_on <= :as_of AND until_on > :as_of [[ AND jurisdiction_key = :only ]]
    UNION ALL
    SELECT j.key, s.requirement_key, s.authority_key, s.position
    FROM jurisdiction j
    JOIN position_span s ON s.jurisdiction_key = '' AND s.from_on <= :as_of AND s.until_on > :as_of
    WHERE NOT EXISTS (SELECT 1 FROM position_span o
                      WHERE o.jurisdiction_key = j.key AND o.requirement_key = s.requirement_key
                        AND o.authority_key = s.authority_key)
      [[ AND j.key = :only ]]
)
