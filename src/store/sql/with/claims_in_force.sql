-- The newest claim of each authority on each requirement, where it is in force on :as_of. :only narrows to one jurisdiction.
claims_in_force AS (
    SELECT key, jurisdiction_key, requirement_key, authority_key, stated_position, made_on, speaker, summary
    FROM (
        SELECT c.*, row_number() OVER (PARTITION BY jurisdiction_key, requirement_key, authority_key
                                       ORDER BY made_on DESC, key DESC) AS newest
        FROM claim c
        WHERE c.made_on <= :as_of [[ AND c.jurisdiction_key = :only ]]
    )
    WHERE newest = 1 AND (ended_on IS NULL OR ended_on > :as_of)
)
