-- The rules of the register that concern more than one cell. Each gives table, row, column, severity, message.

-- An end before its beginning: (table, key, column of the end, end, column of the beginning, beginning).
WITH span (table_name, row_key, end_column, ends, start_column, starts) AS (
    SELECT 'source', key, 'retrieved_on', retrieved_on, 'published_on', published_on FROM source
    UNION ALL
    SELECT 'requirement', key, 'ended_on', ended_on, 'effective_on', effective_on FROM requirement
    UNION ALL
    SELECT 'requirement_program', key, 'fy_to', fy_to, 'fy_from', fy_from FROM requirement_program
    UNION ALL
    SELECT 'demand', key, 'due_on', due_on, 'issued_on', issued_on FROM demand
    UNION ALL
    SELECT 'demand', key, 'outcome_on', outcome_on, 'issued_on', issued_on FROM demand
    UNION ALL
    SELECT 'demand_recipient', r.key, 'due_on', r.due_on, 'issued_on of its demand', d.issued_on
    FROM demand_recipient r JOIN demand d ON d.key = r.demand_key
    UNION ALL
    SELECT 'demand_recipient', r.key, 'outcome_on', r.outcome_on, 'issued_on of its demand', d.issued_on
    FROM demand_recipient r JOIN demand d ON d.key = r.demand_key
    UNION ALL
    SELECT 'claim', key, 'ended_on', ended_on, 'made_on', made_on FROM claim
    UNION ALL
    SELECT 'court_case', key, 'closed_on', closed_on, 'filed_on', filed_on FROM court_case
    UNION ALL
    SELECT 'ruling_effect', key, 'until_on', until_on, 'from_on', from_on FROM ruling_effect
    UNION ALL
    SELECT 'policy', key, 'ended_on', ended_on, 'effective_on', effective_on FROM policy
),

found (table_name, row_key, column_name, severity, message) AS (
    SELECT table_name, row_key, end_column, 'error', ends || ' is before ' || start_column || ', ' || starts
    FROM span
    WHERE ends < starts

    UNION ALL
    SELECT 'claim', c.key, 'authority_key', 'error',
           '''' || a.key || ''' is a court: the position of a court follows from ruling_effect and is not a claim'
    FROM claim c
    JOIN authority a ON a.key = c.authority_key
    WHERE a.authority_kind = 'court'

    UNION ALL
    SELECT 'citation', c.key, 'table_name', 'error', '''' || c.table_name || ''' is not a table'
    FROM citation c
    WHERE c.table_name NOT IN (SELECT name FROM main.sqlite_schema WHERE type = 'table')

    UNION ALL
    SELECT 'demand', d.key, 'stated_count', 'warning',
           'the issuer stated ' || d.stated_count || '; recipients in the register: '
           || (SELECT count(*) FROM demand_recipient r WHERE r.demand_key = d.key)
    FROM demand d
    WHERE d.stated_count <> (SELECT count(*) FROM demand_recipient r WHERE r.demand_key = d.key)
)

SELECT table_name, row_key, column_name, severity, message
FROM found
ORDER BY severity, table_name, row_key, column_name;
