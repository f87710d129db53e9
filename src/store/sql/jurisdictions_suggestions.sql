-- with: asked_of_jurisdictions, meant
-- Where no jurisdiction is found by its names: what may be meant.
SELECT name, record_url, kind, state, left_out
FROM meant_rows
ORDER BY place, words_had DESC, id
