-- with: hits
-- Records that share exactly the name asked for: a choice, where there is more than one.
SELECT name, record_url, record_kind, docket, dated_on, dated_on_precision, kind, state
FROM exact
WHERE (SELECT count(*) FROM exact) > 1
ORDER BY place
LIMIT 20
