-- with: parties, at_issue
-- is_undated as in event_rows.
appealed AS (
    SELECT case_key, group_concat(name, '; ') AS names, group_concat(key, ' ') AS keys
    FROM (SELECT l.case_key, o.name || ifnull(' (' || o.docket || ')', '') AS name, o.key
          FROM appeal l
          JOIN court_case o ON o.key = l.appeal_of_key
          WHERE l.since_on <= :as_of
          ORDER BY l.case_key, o.key)
    GROUP BY case_key
),
case_asked AS (
    SELECT c.key, c.name AS case_name, '/cases/' || c.key AS case_url, c.authority_key, a.short_name AS authority, a.name AS authority_name,
           c.docket, c.judge, c.filed_on, f.since_on, f.since_on_precision,
           CASE WHEN c.closed_on <= :as_of THEN c.closed_on END AS closed_on,
           CASE WHEN c.closed_on <= :as_of THEN c.end_reason END AS end_reason,
           n.names AS appeal_of, n.keys AS appeal_of_keys,
           (SELECT count(*) FROM ruling r WHERE r.case_key = c.key AND r.ruled_on <= :as_of) AS rulings_count,
           c.summary, c.confidence, c.note, f.sources,
           ifnull(0 [[ OR v.first_on < :from ]] [[ OR v.last_on > :to OR v.first_on = '' ]], 0) AS is_undated
    FROM court_case c
    JOIN authority a ON a.key = c.authority_key
    JOIN fact f ON f.table_name = 'court_case' AND f.row_key = c.key AND f.since_on <= :as_of
    LEFT JOIN vague_day v ON v.day = f.since_on AND v.precision = f.since_on_precision
    LEFT JOIN appealed n ON n.case_key = c.key
    WHERE 1 = 1
      [[ AND c.authority_key = :authority ]]
      [[ AND c.key IN (SELECT p.case_key FROM case_jurisdiction p WHERE p.jurisdiction_key IN (:j*) AND p.since_on <= :as_of) ]]
      [[? case: AND c.key IN (SELECT p.case_key FROM case_jurisdiction p
                              WHERE p.jurisdiction_key IN (SELECT key FROM parties) AND p.since_on <= :as_of) ]]
      [[ AND c.key IN (SELECT p.case_key FROM case_jurisdiction p
                       JOIN jurisdiction j ON j.key = p.jurisdiction_key
                       WHERE j.state IN (:state*) AND p.since_on <= :as_of) ]]
      [[ AND c.key IN (SELECT p.case_key FROM case_jurisdiction p
                       JOIN addressee r ON r.jurisdiction_key = p.jurisdiction_key AND r.issued_on <= :as_of
                       WHERE r.demand_key = :demand AND p.since_on <= :as_of) ]]
      [[ AND c.key IN (SELECT i.case_key FROM at_issue i WHERE i.requirement_key = :requirement) ]]
      [[ AND ifnull(v.last_on, f.since_on) >= :from ]]
      [[ AND ifnull(v.first_on, f.since_on) <= :to ]]
),
case_rows AS (SELECT * FROM case_asked WHERE NOT is_undated)
