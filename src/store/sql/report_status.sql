-- with: status_rows
SELECT count(*) AS row_count, count(DISTINCT voice) AS voices_count, count(DISTINCT jurisdiction_key) AS jurisdictions_count,
       count(DISTINCT requirement_key) AS requirements_count,
       nullif(count(*) FILTER (WHERE condition_ended_on IS NOT NULL), 0) AS ended_rows,
       count(DISTINCT iif(disputed, jurisdiction_key, NULL)) AS disputed_count
FROM status_rows
