-- One thing held twice: the later key is named. What is observed must not depend on the order of rows.
WITH same (table_name, row_key, column_name, keys) AS (
    SELECT 'figure', max(key), 'amount_usd', group_concat(key, ' ')
    FROM figure WHERE counted = 1 GROUP BY jurisdiction_key, program_key, fiscal_year, measure, from_on HAVING count(*) > 1
    UNION ALL
    SELECT 'award', max(key), 'fain', group_concat(key, ' ')
    FROM award WHERE fain IS NOT NULL GROUP BY replace(upper(fain), '-', ''), program_key HAVING count(*) > 1
    UNION ALL
    SELECT 'award_share', max(key), 'jurisdiction_key', group_concat(key, ' ')
    FROM award_share GROUP BY award_key, jurisdiction_key HAVING count(*) > 1
    UNION ALL
    SELECT 'case_appeal', max(key) FILTER (WHERE is_further), 'appeal_of_key', group_concat(key, ' ')
    FROM (SELECT key, case_key, appeal_of_key, 1 AS is_further FROM case_appeal
          UNION ALL
          SELECT key, key, appeal_of_key, 0 FROM court_case)
    WHERE appeal_of_key IS NOT NULL GROUP BY case_key, appeal_of_key HAVING count(*) > 1
    UNION ALL
    SELECT 'case_requirement', max(key), 'requirement_key', group_concat(key, ' ')
    FROM case_requirement GROUP BY case_key, requirement_key HAVING count(*) > 1
    UNION ALL
    SELECT 'case_party', max(key), 'name', group_concat(key, ' ')
    FROM case_party GROUP BY case_key, ifnull(jurisdiction_key, name), side HAVING count(*) > 1
    UNION ALL
    SELECT 'claim', max(key), 'made_on', group_concat(key, ' ')
    FROM claim GROUP BY jurisdiction_key, requirement_key, authority_key, made_on HAVING count(*) > 1
    UNION ALL
    SELECT 'court_case', max(key), 'docket', group_concat(key, ' ')
    FROM court_case WHERE docket IS NOT NULL GROUP BY authority_key, docket HAVING count(*) > 1
    UNION ALL
    SELECT 'demand_recipient', max(key), 'printed_name', group_concat(key, ' ')
    FROM demand_recipient GROUP BY demand_key, jurisdiction_key, printed_name, due_on HAVING count(*) > 1
    UNION ALL
    SELECT 'finding', max(key), 'looked_for', group_concat(key, ' ')
    FROM finding GROUP BY looked_on, looked_for, jurisdiction_key, demand_key HAVING count(*) > 1
    UNION ALL
    SELECT 'jurisdiction', max(key), 'name', group_concat(key, ' ')
    FROM jurisdiction GROUP BY name, state, kind HAVING count(*) > 1
    UNION ALL
    SELECT 'jurisdiction', max(key), 'geoid', group_concat(key, ' ')
    FROM jurisdiction WHERE geoid IS NOT NULL GROUP BY geoid HAVING count(*) > 1
    UNION ALL
    SELECT 'policy', max(key), 'name', group_concat(key, ' ')
    FROM policy GROUP BY jurisdiction_key, name, effective_on HAVING count(*) > 1
    UNION ALL
    SELECT 'program', max(key), 'listing', group_concat(key, ' ') FROM program GROUP BY listing HAVING count(*) > 1
    UNION ALL
    SELECT 'requirement_program', max(key), 'program_key', group_concat(key, ' ')
    FROM requirement_program GROUP BY requirement_key, program_key, fy_from HAVING count(*) > 1
    UNION ALL
    SELECT 'ruling', max(key), 'ruled_on', group_concat(key, ' ')
    FROM ruling GROUP BY case_key, ruled_on, ruling_kind, summary HAVING count(*) > 1
    UNION ALL
    SELECT 'ruling_effect', max(key), 'requirement_key', group_concat(key, ' ')
    FROM ruling_effect GROUP BY ruling_key, requirement_key, effect, scope, from_on HAVING count(*) > 1
    UNION ALL
    SELECT 'settlement', max(key), 'settled_on', group_concat(key, ' ')
    FROM settlement GROUP BY case_key, settled_on, summary HAVING count(*) > 1
    UNION ALL
    SELECT 'source', max(key), 'title', group_concat(key, ' ')
    FROM source GROUP BY publisher, title, published_on, url, copy_url HAVING count(*) > 1
    UNION ALL
    SELECT 'statement', max(key), 'summary', group_concat(key, ' ')
    FROM statement GROUP BY said_on, speaker, jurisdiction_key, demand_key, summary HAVING count(*) > 1
),
sorted AS (
    SELECT table_name, row_key, column_name,
           (SELECT group_concat(value, ' ') FROM (SELECT value FROM json_each('["' || replace(keys, ' ', '","') || '"]') ORDER BY value)) AS keys
    FROM same
)
SELECT table_name, row_key, column_name, 'warning', 'the same more than once: ' || keys, keys
FROM sorted
ORDER BY table_name, row_key, column_name;
