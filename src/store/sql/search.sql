-- with: hits, money, named_runs, answers
-- sort: rank = place
SELECT record_url AS key, name, record_url, record_kind, docket, dated_on, dated_on_precision, kind, state, :sort! AS sort_value
FROM (
    SELECT name, record_url, record_kind, NULL AS docket, NULL AS dated_on, NULL AS dated_on_precision, kind, state, place
    FROM answer
    UNION ALL
    SELECT name, record_url, record_kind, docket, dated_on, dated_on_precision, kind, state, place FROM exact
    UNION ALL
    SELECT *
    FROM (SELECT h.name, h.record_url, h.record_kind, h.docket, h.dated_on, h.dated_on_precision, h.kind, h.state,
                 h.id + 1000000000 AS place
          FROM hit_search s
          CROSS JOIN hit h ON h.id = s.rowid AND h.since_on <= :as_of
          WHERE hit_search MATCH ifnull(:match, '""') AND s.rowid NOT IN (SELECT id FROM exact)
            [[ AND s.rowid > :after_value - 1000000000 ]]
          ORDER BY s.rowid
          [[ LIMIT :limit ]])
)
WHERE 1 = 1 [[ AND (:sort!, record_url) > (:after_value, :after_key) ]]
ORDER BY :sort!, record_url
[[ LIMIT :limit ]]
