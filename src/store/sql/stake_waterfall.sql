-- with: stake_lines
-- The subtraction as steps down from the first line to the last.
SELECT step AS step_line, NULL AS record_url, 'step' AS facet, nullif(step, 'gross') AS value,
       iif(step IN ('gross', 'remaining'), amount_usd, -amount_usd) AS change_usd, step IN ('gross', 'remaining') AS is_sum,
       (SELECT q.ended_on FROM requirement q WHERE q.key = :requirement AND q.ended_on <= :as_of) AS condition_ended_on
FROM stake_lines
WHERE 1 = 1 [[ AND step IN ('gross', :step) ]]
ORDER BY place
