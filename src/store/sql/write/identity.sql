-- Application id, schema version, number of tables: all 0 in a new file.
SELECT a.application_id, v.user_version, (SELECT count(*) FROM sqlite_schema WHERE type = 'table')
FROM pragma_application_id a, pragma_user_version v;
