-- The records that hold all the words asked for; place is their rank, those with exactly the name first.
hits AS (
    SELECT h.id, h.record_url, h.name, h.record_kind, h.kind, h.state,
           instr(h.names, '|' || lower(:q) || '|') > 0 AS is_exact,
           h.id + iif(instr(h.names, '|' || lower(:q) || '|') > 0, 0, 1000000000) AS place
    FROM hit_search s
    JOIN hit h ON h.id = s.rowid AND h.since_on <= :as_of
    WHERE hit_search MATCH ifnull(:match, '""')
)
