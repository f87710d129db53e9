-- with: money, named_runs, answers, asked_of_all, meant
-- Where nothing is found: what may be meant.
SELECT name, record_url, record_kind, docket, dated_on, dated_on_precision, kind, state, left_out
FROM meant_rows
ORDER BY place, words_had DESC, id
