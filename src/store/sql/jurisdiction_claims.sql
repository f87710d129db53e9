-- with: positions_known, disputes
-- Every position known on the date, newest first within requirement and authority; is_current marks what is in force.
SELECT q.key AS requirement_key, q.short_name AS requirement, q.name AS requirement_name, '/requirements/' || q.key AS requirement_url,
       q.legal_basis,
       CASE WHEN q.ended_on <= :as_of THEN q.ended_on END AS condition_ended_on,
       EXISTS (SELECT 1 FROM disputes d WHERE d.jurisdiction_key = x.jurisdiction_key AND d.requirement_key = q.key) AS disputed,
       a.short_name AS authority, a.name AS authority_name, a.authority_kind,
       x.position, x.made_on, x.speaker, x.summary, x.ruling_summary, x.scope, x.is_current, x.ended_on, x.end_reason,
       x.confidence, x.confidence IN ('low', 'unverified') AS is_unsure, x.note, f.sources
FROM positions_known x
JOIN positions_newest n ON n.requirement_key = x.requirement_key AND n.authority_key = x.authority_key
JOIN requirement q ON q.key = x.requirement_key
JOIN authority a ON a.key = x.authority_key
LEFT JOIN fact f ON f.table_name = x.table_name AND f.row_key = x.key
ORDER BY q.effective_on, q.key, n.made_on DESC, a.key, x.made_on DESC, x.key
