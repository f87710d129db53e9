-- with: event_rows
-- Of those asked for, or of the record as a whole.
timeline_asked AS NOT MATERIALIZED (SELECT * FROM event_rows [[^ j, demand: WHERE jurisdiction_key IS NULL ]]),
timeline_rows AS NOT MATERIALIZED (SELECT * FROM timeline_asked WHERE NOT is_undated)
