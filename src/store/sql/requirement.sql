-- with: requirement_rows, at_issue, example_money
-- at_stake_url: of the measure that most amounts of the jurisdictions looked at have.
SELECT key, requirement_name, requirement, summary, authority, legal_basis, effective_on, effective_on_precision, ended_on, end_reason,
       (SELECT count(*) FROM claim c WHERE c.requirement_key = :key AND c.made_on <= :as_of) AS claims_count,
       '/claims?requirement=' || key AS claims_count_url,
       (SELECT count(*) FROM at_issue i JOIN fact f ON f.table_name = 'court_case' AND f.row_key = i.case_key AND f.since_on <= :as_of
        WHERE i.requirement_key = :key) AS cases_count,
       '/cases?requirement=' || key AS cases_count_url,
       '/status?requirement=' || key AS status_url,
       '/at-stake?requirement=' || key || '&measure=' || (
           SELECT m.measure
           FROM requirement_program p
           JOIN example_money m ON m.program_key = p.program_key AND m.fiscal_year BETWEEN p.fy_from AND ifnull(p.fy_to, 9999)
           WHERE p.requirement_key = :key
           GROUP BY m.measure
           ORDER BY count(*) DESC, m.measure
           LIMIT 1) AS at_stake_url, confidence, note, sources
FROM requirement_rows
WHERE key = :key
