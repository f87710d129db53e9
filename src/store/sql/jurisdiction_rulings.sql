-- with: effects_known
-- What each ruling that reaches it does to which requirements, newest ruling first; one row for all to which it does the
-- same.
SELECT e.ruling_key, e.ruled_on, a.short_name AS authority, c.name AS case_name, '/cases/' || c.key AS case_url, c.docket, e.ruling_kind,
       e.summary AS ruling_summary, group_concat(q.short_name, ', ') AS requirements,
       e.effect, e.scope, e.in_force AS is_current, e.from_on, e.until_on, e.end_reason AS until_reason, x.note, f.sources
FROM effects_known e
JOIN requirement q ON q.key = e.requirement_key
JOIN ruling_effect x ON x.key = e.key
JOIN court_case c ON c.key = e.case_key
JOIN authority a ON a.key = e.authority_key
LEFT JOIN fact f ON f.table_name = 'ruling_effect' AND f.row_key = e.key
GROUP BY e.ruled_on, e.ruling_key, e.effect, e.scope, e.in_force, e.from_on, e.until_on, e.end_reason, x.note, f.sources
ORDER BY e.ruled_on DESC, e.ruling_key, e.in_force DESC, min(e.key)
