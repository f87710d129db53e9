-- The kinds of government compared, where there are several.
SELECT j.kind, group_concat(j.name, ', ') AS jurisdiction_names
FROM jurisdiction j
WHERE j.key IN (:j*) AND EXISTS (SELECT 1 FROM jurisdiction o WHERE o.key IN (:j*) AND o.kind <> j.kind)
GROUP BY j.kind
ORDER BY j.kind
