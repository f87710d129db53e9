-- with: status_rows
SELECT count(*) AS row_count,
       nullif(count(*) FILTER (WHERE requirement_key IN (SELECT q.key FROM requirement q WHERE q.ended_on <= :as_of)), 0) AS ended_rows
FROM status_found
