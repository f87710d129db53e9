-- The kinds of government compared, where there are several.
SELECT j.kind, group_concat(j.unique_name, ', ') AS jurisdiction_names
FROM (SELECT kind, unique_name FROM jurisdiction_row WHERE key IN (:j*) ORDER BY unique_name) j
WHERE EXISTS (SELECT 1 FROM jurisdiction o WHERE o.key IN (:j*) AND o.kind <> j.kind)
GROUP BY j.kind
ORDER BY j.kind
