-- The columns of the comparison: whom the question compares, by name.
SELECT j.unique_name AS jurisdiction, '/jurisdictions/' || j.key AS jurisdiction_url
FROM jurisdiction_row j
WHERE j.key IN (:j*)
ORDER BY j.key
