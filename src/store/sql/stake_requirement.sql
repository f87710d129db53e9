-- with: requirement_years
-- The requirement asked about, or that it did not exist yet.
SELECT iif(q.effective_on <= :as_of, q.name, NULL) AS requirement_name,
       iif(q.effective_on <= :as_of, '/requirements/' || q.key, NULL) AS requirement_url,
       CASE WHEN q.effective_on > :as_of THEN 'not-yet' WHEN q.ended_on <= :as_of THEN 'ended' ELSE 'in-force' END AS force_state,
       CASE WHEN q.effective_on <= :as_of THEN q.effective_on END AS effective_on,
       CASE WHEN q.effective_on <= :as_of THEN q.effective_on_precision END AS effective_on_precision,
       CASE WHEN q.ended_on <= :as_of THEN q.ended_on END AS ended_on,
       CASE WHEN q.effective_on <= :as_of THEN (SELECT y.years FROM requirement_years y WHERE y.requirement_key = q.key) END AS programs,
       CASE WHEN q.effective_on <= :as_of THEN q.summary END AS summary,
       CASE WHEN q.effective_on <= :as_of THEN f.sources END AS sources
FROM requirement q
LEFT JOIN fact f ON f.table_name = 'requirement' AND f.row_key = q.key
WHERE q.key = :requirement
