-- with: claims_known, effects_known
-- Every position on the jurisdiction :only known on the date, and when each authority last took one on each requirement.
-- What a court did in several cases on one day is one position; its words are those of the ruling.
positions_known AS MATERIALIZED (
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
),
positions_newest AS (
    SELECT requirement_key, authority_key, max(made_on) AS made_on FROM positions_known GROUP BY requirement_key, authority_key
)
