-- Each authority's position in force on :as_of, courts included, about each jurisdiction.
positions AS NOT MATERIALIZED (
    SELECT j.key AS jurisdiction_key, s.requirement_key, s.authority_key, s.position
    FROM jurisdiction_row j
    JOIN position_span s ON s.jurisdiction_key = j.named_as
    WHERE s.from_on <= :as_of AND s.until_on > :as_of
)
