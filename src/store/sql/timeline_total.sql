-- with: event_rows
SELECT count(*) AS row_count FROM event_rows
