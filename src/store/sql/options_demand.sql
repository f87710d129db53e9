-- Several demands may have a name much alike: the day tells them apart.
SELECT d.key AS value, NULL AS other_value, d.name AS label, d.issued_on AS since_on, d.issued_on
FROM demand d
ORDER BY d.issued_on DESC, d.key
