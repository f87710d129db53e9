-- The jurisdictions that are parties to all of the cases asked for.
parties AS (
    SELECT p.jurisdiction_key AS key
    FROM case_party p
    JOIN fact f ON f.table_name = 'case_party' AND f.row_key = p.key AND f.since_on <= :as_of
    WHERE p.case_key IN (:case*) AND p.jurisdiction_key IS NOT NULL
    GROUP BY p.jurisdiction_key
    [[ HAVING count(DISTINCT p.case_key) = :case_count ]]
)
