-- Jurisdictions that an example may be of: the largest, and whom demands name.
example_places AS (
    SELECT key FROM (SELECT key FROM jurisdiction ORDER BY rowid LIMIT 60)
    UNION
    SELECT r.jurisdiction_key
    FROM demand_recipient r
    JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
)
