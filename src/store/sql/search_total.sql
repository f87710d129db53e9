-- with: money, named_runs, answers
-- All that hold the words, less the few that are not known yet on the date. Those of jurisdictions come first and are always known.
SELECT (SELECT count(*) FROM answer)
       + (SELECT count(*) FROM hit_search WHERE hit_search MATCH ifnull(:match, '""'))
       - (SELECT count(*)
          FROM (SELECT min(id) AS first FROM hit WHERE since_on > :as_of) later
          CROSS JOIN hit_search s ON s.hit_search MATCH ifnull(:match, '""') AND s.rowid >= later.first
          CROSS JOIN hit h ON h.id = s.rowid AND h.since_on > :as_of
          WHERE later.first IS NOT NULL) AS row_count
