-- with: requirement_rows, at_issue
SELECT key, requirement_name, requirement, summary, authority, legal_basis, effective_on, effective_on_precision, ended_on, end_reason,
       (SELECT count(*) FROM claim c WHERE c.requirement_key = :key AND c.made_on <= :as_of) AS claims_count,
       '/claims?requirement=' || key AS claims_count_url,
       (SELECT count(*) FROM at_issue i JOIN fact f ON f.table_name = 'court_case' AND f.row_key = i.case_key AND f.since_on <= :as_of
        WHERE i.requirement_key = :key) AS cases_count,
       '/cases?requirement=' || key AS cases_count_url,
       '/status?requirement=' || key AS status_url, confidence, note, sources
FROM requirement_rows
WHERE key = :key
