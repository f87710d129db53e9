-- with: case_rows
SELECT key, case_name, summary, authority_name, docket, judge, filed_on, closed_on, end_reason, confidence, note, sources
FROM case_rows
WHERE key = :key
