-- Whether any record has all the words. That there is an answer to them is for those to look at who tell what may be meant.
asked AS (
    SELECT NULL AS record_kind,
           EXISTS (SELECT 1 FROM hit_search s CROSS JOIN hit h ON h.id = s.rowid AND h.since_on <= :as_of
                   WHERE s.hit_search MATCH ifnull(:match, '""')) AS is_found
)
