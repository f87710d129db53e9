-- Jurisdictions and requirements disputed on :as_of.
disputes AS (
    SELECT jurisdiction_key, requirement_key
    FROM dispute_span
    WHERE from_on <= :as_of AND until_on > :as_of [[ AND jurisdiction_key = :only ]]
)
