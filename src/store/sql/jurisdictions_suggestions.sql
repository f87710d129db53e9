-- with: asked_of_jurisdictions, meant
-- Where no jurisdiction is found by its names: what may be meant.
[[? words:
SELECT name, record_url, kind, state, left_out
FROM meant_rows
ORDER BY place, words_had DESC, id ]]
[[^ words: SELECT NULL AS name, NULL AS record_url, NULL AS kind, NULL AS state, NULL AS left_out WHERE 0 ]]
