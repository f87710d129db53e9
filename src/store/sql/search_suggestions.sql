-- with: money, named_runs, answers, asked_of_all, meant
-- Where nothing is found, nor answered: what may be meant.
SELECT name, record_url, record_kind, docket, dated_on, dated_on_precision, kind, state, left_out
FROM (SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM answer))
CROSS JOIN meant_rows
ORDER BY place, words_had DESC, id
