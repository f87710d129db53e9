-- with: fact_names
-- sort: table = c.table_name || ' ' || f.since_on
-- What the source is cited for, as far as the date shows it; an amount where the fact is one, and the day of a ruling, since one court
-- may rule on the same more than once in a case, as the day that one recipient has to itself, since one may be named twice.
SELECT c.key, c.table_name, c.row_key, n.summary, n.summary_url, r.ruled_on, r.ruled_on_precision, t.due_on,
       n.since_on, n.since_on_precision,
       j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url,
       iif(c.table_name = 'award', 'award', g.measure) AS measure,
       CASE c.table_name
            WHEN 'figure' THEN g.amount_usd
            WHEN 'award_share' THEN (SELECT h.amount_usd FROM award_share h WHERE h.key = c.row_key)
            WHEN 'award' THEN (SELECT sum(x.amount_usd) FROM award_action x WHERE x.award_key = c.row_key AND x.action_on <= :as_of)
       END AS amount_usd,
       iif(c.table_name IN ('award', 'award_share', 'figure'), NULL, 'not-applicable') AS amount_state, c.pinpoint, c.sort_value
FROM (
    SELECT c.key, c.table_name, c.row_key, c.pinpoint, :sort! AS sort_value
    FROM citation c
    JOIN fact f ON f.table_name = c.table_name AND f.row_key = c.row_key AND f.since_on <= :as_of
    WHERE c.source_key = :key [[ AND (:sort!, c.key) > (:after_value, :after_key) ]]
    ORDER BY :sort!, c.key
    [[ LIMIT :limit ]]
) c
JOIN fact_names n ON n.table_name = c.table_name AND n.row_key = c.row_key
LEFT JOIN jurisdiction_row j ON j.key = n.jurisdiction_key
LEFT JOIN figure g ON c.table_name = 'figure' AND g.key = c.row_key
LEFT JOIN ruling_effect e ON c.table_name = 'ruling_effect' AND e.key = c.row_key
LEFT JOIN ruling r ON c.table_name IN ('ruling', 'ruling_effect') AND r.key = ifnull(e.ruling_key, c.row_key)
LEFT JOIN demand_recipient t ON c.table_name = 'demand_recipient' AND t.key = c.row_key
ORDER BY c.sort_value, c.key
