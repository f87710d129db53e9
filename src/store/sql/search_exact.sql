-- with: hits
-- Records that share exactly the name asked for: a choice, where there is more than one.
SELECT name, record_url, record_kind, kind, state
FROM hits
WHERE is_exact AND (SELECT count(*) FROM hits WHERE is_exact) > 1
ORDER BY place
LIMIT 20
