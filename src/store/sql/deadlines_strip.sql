-- with: deadline_rows
-- The same deadlines, the last first. Those of one demand, day and outcome are one row, called after how many they are, or after whoever
-- alone is to answer, with the demand before the outcome; after the demand where nobody is named. deadlines_count is of all, where there
-- are several.
SELECT iif(count(*) > 1, said('{count} jurisdictions', 'count', count(*)), ifnull(jurisdiction, demand)) AS label, due_on,
       iif(jurisdiction IS NULL, outcome, demand || ifnull('. ' || outcome, '')) AS outcome, demand_url,
       group_concat(sources, ' ') AS sources, nullif(sum(count(*)) OVER (), 1) AS deadlines_count
FROM (SELECT * FROM deadline_rows ORDER BY key)
GROUP BY due_on, demand_key, jurisdiction_key IS NULL, outcome
ORDER BY due_on DESC, count(*) DESC, min(key)
