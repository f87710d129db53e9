-- with: case_line
-- What happened in it and on appeal: what was filed, what each court ruled, and what the parties settled.
SELECT e.key, e.event_on, e.event_on_precision, e.event_kind, e.ruling_kind, a.short_name AS authority, e.judge, e.reporter,
       c.name AS case_name, '/cases/' || c.key AS case_url, e.summary, f.sources
FROM (
    SELECT key, key AS case_key, filed_on AS event_on, NULL AS event_on_precision, 'case' AS event_kind, 'court_case' AS table_name,
           NULL AS ruling_kind, authority_key, NULL AS judge, NULL AS reporter, summary
    FROM court_case
    UNION ALL
    SELECT key, case_key, ruled_on, ruled_on_precision, 'ruling', 'ruling', ruling_kind, authority_key, judge, reporter, summary FROM ruling
    UNION ALL
    SELECT key, case_key, settled_on, NULL, 'settlement', 'settlement', NULL, NULL, NULL, NULL, summary FROM settlement
) e
JOIN case_line n ON n.case_key = e.case_key
JOIN court_case c ON c.key = e.case_key
LEFT JOIN authority a ON a.key = e.authority_key
LEFT JOIN fact f ON f.table_name = e.table_name AND f.row_key = e.key
WHERE e.event_on <= :as_of
ORDER BY e.event_on DESC, e.event_kind, e.key
