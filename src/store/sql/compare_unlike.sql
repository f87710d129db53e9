-- The kinds of government compared, where there are several.
SELECT j.kind, group_concat(j.name, ', ') AS jurisdiction_names
FROM (SELECT kind, name FROM jurisdiction WHERE key IN (:j*) ORDER BY name, key) j
WHERE EXISTS (SELECT 1 FROM jurisdiction o WHERE o.key IN (:j*) AND o.kind <> j.kind)
GROUP BY j.kind
ORDER BY j.kind
