-- All that hold the words, less the few that are not known yet on the date.
SELECT (SELECT count(*) FROM hit_search WHERE hit_search MATCH ifnull(:match, '""'))
       - (SELECT count(*) FROM hit h
          WHERE h.since_on > :as_of
            AND EXISTS (SELECT 1 FROM hit_search s WHERE s.hit_search MATCH ifnull(:match, '""') AND s.rowid = h.id)) AS row_count
