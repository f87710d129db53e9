-- with: case_rows
-- Each case from the day on which it is known, and what last happened in it.
SELECT c.key, c.case_name, c.case_url, c.authority, c.docket, c.since_on AS event_on, c.since_on_precision AS event_on_precision,
       max(c.since_on, ifnull(r.ruled_on, ''), ifnull(c.settled_on, ''), ifnull(c.closed_on, '')) AS changed_on, NULL AS changed_on_precision,
       c.filed_on, c.appeal_of,
       c.summary, c.rulings_count, r.ruled_on, r.ruled_on_precision, r.summary AS ruling_summary, c.settled_on, c.closed_on, c.sources
FROM (SELECT *, (SELECT max(s.settled_on) FROM settlement s WHERE s.case_key = case_rows.key AND s.settled_on <= :as_of) AS settled_on
      FROM case_rows) c
LEFT JOIN ruling r ON r.rowid = (SELECT n.rowid FROM ruling n WHERE n.case_key = c.key AND n.ruled_on <= :as_of
                                 ORDER BY n.ruled_on DESC, n.key DESC LIMIT 1)
ORDER BY changed_on DESC, c.key
