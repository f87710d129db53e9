-- How many rows of each table this edition changed.
SELECT table_name, count(*) FILTER (WHERE change_kind = 'added'),
       count(DISTINCT row_key) FILTER (WHERE change_kind = 'changed'),
       count(DISTINCT row_key) FILTER (WHERE change_kind = 'removed')
FROM change
WHERE edition = (SELECT number FROM stamp)
GROUP BY table_name
ORDER BY table_name;
