-- An end before its beginning.
WITH span (table_name, row_key, end_column, ends, start_column, starts) AS (
    SELECT 'source', key, 'retrieved_on', retrieved_on, 'published_on', published_on FROM source
    UNION ALL
    SELECT 'requirement', key, 'ended_on', ended_on, 'effective_on', effective_on FROM requirement
    UNION ALL
    SELECT 'requirement_program', key, 'fy_to', fy_to, 'fy_from', fy_from FROM requirement_program
    UNION ALL
    SELECT 'demand', key, 'outcome_on', outcome_on, 'issued_on', issued_on FROM demand
    UNION ALL
    SELECT 'demand_recipient', r.key, 'outcome_on', r.outcome_on, 'issued_on of its demand', d.issued_on
    FROM demand_recipient r JOIN demand d ON d.key = r.demand_key
    UNION ALL
    SELECT 'demand', key, 'withdrawn_on', withdrawn_on, 'issued_on', issued_on FROM demand
    UNION ALL
    SELECT 'demand_recipient', r.key, 'withdrawn_on', r.withdrawn_on, 'issued_on of its demand', d.issued_on
    FROM demand_recipient r JOIN demand d ON d.key = r.demand_key
    UNION ALL
    SELECT 'claim', key, 'ended_on', ended_on, 'made_on', made_on FROM claim
    UNION ALL
    SELECT 'court_case', key, 'closed_on', closed_on, 'filed_on', filed_on FROM court_case
    UNION ALL
    SELECT 'settlement', s.key, 'settled_on', s.settled_on, 'filed_on of its case', c.filed_on
    FROM settlement s JOIN court_case c ON c.key = s.case_key
    UNION ALL
    SELECT 'ruling_effect', key, 'until_on', until_on, 'from_on', from_on FROM ruling_effect
    UNION ALL
    SELECT 'policy', key, 'ended_on', ended_on, 'effective_on', effective_on FROM policy
)
SELECT table_name, row_key, end_column, 'error', ends || ' is before ' || start_column || ', ' || starts
FROM span
WHERE ends < starts
ORDER BY table_name, row_key, end_column;
