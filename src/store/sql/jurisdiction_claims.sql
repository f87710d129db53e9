-- with: claims_known, effects_known, disputes
-- Every position known on the date, newest first within requirement and authority; is_current marks what is in force. What
-- a court did in several cases on one day is one position; its words are those of the ruling.
SELECT q.key AS requirement_key, q.short_name AS requirement, q.name AS requirement_name, '/requirements/' || q.key AS requirement_url,
       q.legal_basis,
       CASE WHEN q.ended_on <= :as_of THEN q.ended_on END AS condition_ended_on,
       EXISTS (SELECT 1 FROM disputes d WHERE d.jurisdiction_key = x.jurisdiction_key AND d.requirement_key = q.key) AS disputed,
       a.short_name AS authority, a.name AS authority_name, a.authority_kind,
       x.position, x.made_on, x.speaker, x.summary, x.ruling_summary, x.scope, x.is_current, x.ended_on, x.end_reason,
       x.confidence, x.confidence IN ('low', 'unverified') AS is_unsure, x.note, f.sources
FROM (
    SELECT key, 'claim' AS table_name, jurisdiction_key, requirement_key, authority_key, position, made_on, speaker, summary, NULL AS ruling_summary,
           NULL AS scope, is_current, ended_on, end_reason, confidence, note
    FROM claims_known
    WHERE jurisdiction_key = :only
    UNION ALL
    SELECT e.ruling_key, 'ruling', e.jurisdiction_key, e.requirement_key, e.authority_key,
           CASE e.effect WHEN 'bars' THEN 'barred-by-court' ELSE 'allowed-by-court' END, e.ruled_on, NULL, NULL, e.summary, e.scope,
           e.in_force, e.until_on, e.end_reason, r.confidence, r.note
    FROM effects_known e
    JOIN ruling r ON r.key = e.ruling_key
    GROUP BY e.requirement_key, e.authority_key, e.ruled_on, e.effect, e.scope, e.summary
) x
JOIN requirement q ON q.key = x.requirement_key
JOIN authority a ON a.key = x.authority_key
LEFT JOIN fact f ON f.table_name = x.table_name AND f.row_key = x.key
ORDER BY q.effective_on, q.key, max(x.made_on) OVER (PARTITION BY q.key, a.key) DESC, a.key, x.made_on DESC, x.key
