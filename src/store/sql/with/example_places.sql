-- Jurisdictions that an example may be of: the largest, and whom demands name.
example_places AS (
    SELECT key FROM (SELECT key FROM jurisdiction ORDER BY rowid LIMIT 12)
    UNION
    SELECT jurisdiction_key FROM addressee WHERE issued_on <= :as_of
)
