-- with: fact_names
-- What a row that is no fact of its own is called, the page that has it, and whose it is.
part_names AS NOT MATERIALIZED (
    SELECT 'source' AS table_name, key AS row_key, title AS name, '/sources/' || key AS url, NULL AS jurisdiction_key FROM source
    UNION ALL SELECT 'authority', key, name, NULL, NULL FROM authority
    UNION ALL SELECT 'program', key, name, '/programs/' || key, NULL FROM program
    UNION ALL SELECT 'jurisdiction', key, unique_name, '/jurisdictions/' || key, key FROM jurisdiction_row
    UNION ALL SELECT 'jurisdiction_alias', a.key, j.unique_name || ': ' || a.name, '/jurisdictions/' || j.key, j.key
              FROM jurisdiction_alias a JOIN jurisdiction_row j ON j.key = a.jurisdiction_key
    UNION ALL SELECT 'requirement_program', l.key, q.name || ': ' || p.name, '/requirements/' || q.key, NULL
              FROM requirement_program l JOIN requirement q ON q.key = l.requirement_key JOIN program p ON p.key = l.program_key
    UNION ALL SELECT 'case_requirement', l.key, c.name || ' (' || a.short_name || '): ' || q.name, '/cases/' || c.key, NULL
              FROM case_requirement l JOIN requirement q ON q.key = l.requirement_key
              JOIN court_case c ON c.key = l.case_key JOIN authority a ON a.key = c.authority_key
    UNION ALL SELECT 'award_action', x.key, w.name, '/awards/' || w.key, w.jurisdiction_key
              FROM award_action x JOIN award_named w ON w.key = x.award_key
)
