-- with: deadline_rows
-- The same deadlines, the last first. Those of one demand, day and outcome are one row, called after how many they are, with the demand
-- before the outcome; one alone is called after whoever is to answer, or after the demand where that is nobody by name. deadlines_count
-- is of all, where there are several.
SELECT iif(count(*) > 1, said('{count} jurisdictions', 'count', count(*)), ifnull(jurisdiction, demand)) AS label, due_on,
       iif(count(*) > 1, demand || ifnull('. ' || outcome, ''), outcome) AS outcome, demand_url, group_concat(sources, ' ') AS sources,
       nullif(sum(count(*)) OVER (), 1) AS deadlines_count
FROM (SELECT * FROM deadline_rows ORDER BY key)
GROUP BY due_on, demand_key, jurisdiction_key IS NULL, outcome
ORDER BY due_on DESC, count(*) DESC, min(key)
