-- What one cell is made of: figures, awards, shares of joint awards.
SELECT a.name AS stated_by, NULL AS record_url, g.from_on, NULL AS from_on_precision, g.amount_usd,
       iif(g.counted, 'counted', 'not-counted') AS amount_state,
       NOT g.counted AS is_flagged, g.flag_reason, g.note, f.sources
FROM figure g
JOIN authority a ON a.key = g.authority_key
JOIN fact f ON f.table_name = 'figure' AND f.row_key = g.key AND f.since_on <= :as_of
WHERE g.jurisdiction_key IN (:j*) AND g.measure = :measure AND g.fiscal_year = :fy
  AND g.program_key IN (:program*)
UNION ALL
SELECT w.recipient_name || ifnull(', ' || w.fain, ''), '/awards/' || w.key, f.since_on, f.since_on_precision,
       (SELECT sum(x.amount_usd) FROM award_action x WHERE x.award_key = w.key AND x.action_on <= :as_of), 'counted', 0, NULL,
       w.summary, f.sources
FROM award w
JOIN fact f ON f.table_name = 'award' AND f.row_key = w.key AND f.since_on <= :as_of
WHERE w.jurisdiction_key IN (:j*) AND :measure = 'award' AND w.fiscal_year = :fy
  AND w.program_key IN (:program*)
UNION ALL
SELECT w.recipient_name || ifnull(', ' || w.fain, ''), '/awards/' || w.key, f.since_on, f.since_on_precision,
       s.amount_usd, 'counted', 0, NULL, s.note, f.sources
FROM award_share s
JOIN award w ON w.key = s.award_key
JOIN fact f ON f.table_name = 'award_share' AND f.row_key = s.key AND f.since_on <= :as_of
WHERE s.jurisdiction_key IN (:j*) AND :measure = 'joint-share' AND w.fiscal_year = :fy AND s.amount_usd IS NOT NULL
  AND w.program_key IN (:program*)
ORDER BY record_url, from_on, stated_by, amount_usd
