-- with: fact_names
-- What the source is cited for, as far as the date shows it; an amount where the fact is one. A file of thousands of places is one source
-- of them all: no more are listed than a page can show, and row_count is of all where there are more.
SELECT f.table_name, f.row_key, n.summary, n.summary_url, f.since_on, f.since_on_precision,
       j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url,
       iif(f.table_name = 'award', 'award', g.measure) AS measure,
       CASE f.table_name
            WHEN 'figure' THEN g.amount_usd
            WHEN 'award_share' THEN (SELECT h.amount_usd FROM award_share h WHERE h.key = f.row_key)
            WHEN 'award' THEN (SELECT sum(x.amount_usd) FROM award_action x WHERE x.award_key = f.row_key AND x.action_on <= :as_of)
       END AS amount_usd, f.pinpoint, iif(f.row_count > 300, f.row_count, NULL) AS row_count
FROM (
    SELECT f.table_name, f.row_key, f.since_on, f.since_on_precision, f.jurisdiction_key, c.pinpoint, count(*) OVER () AS row_count
    FROM citation c
    JOIN fact f ON f.table_name = c.table_name AND f.row_key = c.row_key AND f.since_on <= :as_of
    WHERE c.source_key = :key
    ORDER BY f.table_name, f.since_on, f.row_key
    LIMIT 300
) f
JOIN fact_names n ON n.table_name = f.table_name AND n.row_key = f.row_key
LEFT JOIN jurisdiction_row j ON j.key = f.jurisdiction_key
LEFT JOIN figure g ON f.table_name = 'figure' AND g.key = f.row_key
ORDER BY f.table_name, f.since_on, f.row_key
