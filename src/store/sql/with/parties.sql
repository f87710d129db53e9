-- The jurisdictions that are parties to all of the cases asked for.
parties AS (
    SELECT jurisdiction_key AS key
    FROM case_jurisdiction
    WHERE case_key IN (:case*) AND since_on <= :as_of
    GROUP BY jurisdiction_key
    [[ HAVING count(*) = :case_count ]]
)
