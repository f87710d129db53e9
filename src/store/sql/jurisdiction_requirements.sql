-- with: effects_known, money_programs
-- The conditions on programs that it receives from (or that an authority or a court has applied to it), and what rulings
-- do to each; one row a ruling, one row without ruling columns where there is none.
SELECT q.key AS requirement_key, q.short_name AS requirement, q.name AS requirement_name, '/requirements/' || q.key AS requirement_url,
       q.legal_basis, q.summary,
       q.effective_on,
       CASE WHEN q.ended_on <= :as_of THEN q.ended_on END AS ended_on,
       CASE WHEN q.ended_on <= :as_of THEN q.end_reason END AS end_reason,
       (SELECT group_concat(p.short_name || ' FY' || rp.fy_from || iif(rp.fy_to IS NULL, '+', iif(rp.fy_to > rp.fy_from, '-' || rp.fy_to, '')), ', ')
        FROM requirement_program rp JOIN program p ON p.key = rp.program_key WHERE rp.requirement_key = q.key) AS program,
       e.effect, e.scope, a.short_name AS authority, c.name AS case_name, '/cases/' || c.key AS case_url, c.docket, e.ruled_on, e.ruling_kind,
       e.summary AS ruling_summary, e.in_force AS is_current, e.until_on, e.end_reason AS until_reason,
       q.note AS requirement_note, x.note, f.sources
FROM requirement q
LEFT JOIN effects_known e ON e.requirement_key = q.key
LEFT JOIN ruling_effect x ON x.key = e.key
LEFT JOIN court_case c ON c.key = e.case_key
LEFT JOIN authority a ON a.key = e.authority_key
LEFT JOIN fact f ON f.table_name = iif(e.key IS NULL, 'requirement', 'ruling_effect') AND f.row_key = ifnull(e.key, q.key)
WHERE q.effective_on <= :as_of
  AND (e.key IS NOT NULL
       OR q.key IN (SELECT requirement_key FROM claim WHERE jurisdiction_key = :only AND made_on <= :as_of)
       OR q.key IN (SELECT rp.requirement_key FROM requirement_program rp
                    JOIN money_programs m ON m.program_key = rp.program_key AND m.fiscal_year >= rp.fy_from
                                         AND m.fiscal_year <= ifnull(rp.fy_to, 9999)))
ORDER BY q.effective_on, q.key, e.in_force DESC, e.ruled_on DESC, e.key
