-- with: case_rows, money
SELECT key, case_name, summary, authority_name, docket, judge, filed_on, closed_on, end_reason,
       iif(EXISTS (SELECT 1
                   FROM case_jurisdiction p
                   JOIN money m ON m.jurisdiction_key = p.jurisdiction_key
                   WHERE p.case_key = :key AND p.since_on <= :as_of), '/funding?case=' || key, NULL) AS funding_url, confidence, note, sources,
       case_name || ifnull(', ' || docket, '') || ' (' || authority || ')' AS full_name
FROM case_rows
WHERE key = :key
