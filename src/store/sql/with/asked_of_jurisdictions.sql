-- Whether any jurisdiction has all the words in its names.
asked AS (
    SELECT 'jurisdiction' AS record_kind,
           EXISTS (SELECT 1 FROM jurisdiction_search WHERE jurisdiction_search MATCH ifnull(:match, '""')) AS is_found
)
