-- The records that hold all the words asked for, by rank: those with exactly the name first, the others as they come from the
-- index, which is in the order of their ids.
exact AS (
    SELECT h.*, h.id AS place
    FROM hit_name n
    JOIN hit h ON h.id = n.hit_id AND h.since_on <= :as_of
    WHERE n.name = :terms
      AND EXISTS (SELECT 1 FROM hit_search s WHERE s.hit_search MATCH ifnull(:match, '""') AND s.rowid = n.hit_id)
)
