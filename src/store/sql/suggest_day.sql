-- Days worth asking from: those of the demands.
SELECT d.issued_on AS value, NULL AS other_value, d.name AS label, d.issued_on AS since_on FROM demand d ORDER BY d.issued_on DESC, d.key
