-- with: jurisdiction_rows
SELECT count(*) AS row_count, count(*) FILTER (WHERE panel = 'local') AS local_count,
       count(*) FILTER (WHERE panel = 'states') AS states_count, count(*) FILTER (WHERE disputed) AS disputed_count
FROM jurisdiction_rows
