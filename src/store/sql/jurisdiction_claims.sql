-- with: effects_known, disputes
-- Every position known on the date, newest first within requirement and authority; is_current marks what is in force. What
-- a court did in several cases on one day is one position.
SELECT q.key AS requirement_key, q.short_name AS requirement, q.name AS requirement_name, '/requirements/' || q.key AS requirement_url,
       q.legal_basis,
       CASE WHEN q.ended_on <= :as_of THEN q.ended_on END AS condition_ended_on,
       EXISTS (SELECT 1 FROM disputes d WHERE d.jurisdiction_key = x.jurisdiction_key AND d.requirement_key = q.key) AS disputed,
       a.short_name AS authority, a.name AS authority_name, a.authority_kind,
       x.position, x.made_on, x.speaker, x.summary, x.scope, x.is_current, x.ended_on, x.end_reason,
       x.confidence, x.confidence IN ('low', 'unverified') AS is_unsure, x.note, f.sources
FROM (
    SELECT c.key, 'claim' AS table_name, c.jurisdiction_key, c.requirement_key, c.authority_key,
           c.stated_position AS position, c.made_on, c.speaker, c.summary, NULL AS scope,
           (c.ended_on IS NULL OR c.ended_on > :as_of)
           AND NOT EXISTS (SELECT 1 FROM claim n
                           WHERE n.jurisdiction_key = c.jurisdiction_key AND n.requirement_key = c.requirement_key
                             AND n.authority_key = c.authority_key AND n.made_on <= :as_of
                             AND (n.made_on, n.key) > (c.made_on, c.key)) AS is_current,
           CASE WHEN c.ended_on <= :as_of THEN c.ended_on END AS ended_on,
           CASE WHEN c.ended_on <= :as_of THEN c.end_reason END AS end_reason, c.confidence, c.note
    FROM claim c
    WHERE c.jurisdiction_key = :only AND c.made_on <= :as_of
    UNION ALL
    SELECT e.ruling_key, 'ruling', e.jurisdiction_key, e.requirement_key, e.authority_key,
           CASE e.effect WHEN 'bars' THEN 'barred-by-court' ELSE 'allowed-by-court' END, e.ruled_on, NULL, e.summary, e.scope,
           e.in_force, e.until_on, e.end_reason, r.confidence, r.note
    FROM effects_known e
    JOIN ruling r ON r.key = e.ruling_key
    GROUP BY e.requirement_key, e.authority_key, e.ruled_on, e.effect, e.scope, e.summary
) x
JOIN requirement q ON q.key = x.requirement_key
JOIN authority a ON a.key = x.authority_key
LEFT JOIN fact f ON f.table_name = x.table_name AND f.row_key = x.key
ORDER BY q.effective_on, q.key, max(x.made_on) OVER (PARTITION BY q.key, a.key) DESC, a.key, x.made_on DESC, x.key
