-- The requirement on which most positions are in force, and the demand of which most recipients have one.
SELECT facet, value
FROM (
    WITH held AS MATERIALIZED (
        SELECT s.requirement_key, s.jurisdiction_key, iif(n.key = '', 1, n.row_count) AS row_count
        FROM position_span s
        JOIN named_jurisdiction n ON n.key = s.jurisdiction_key
        WHERE s.from_on <= :as_of AND s.until_on > :as_of
    ),
    best AS MATERIALIZED (
        SELECT requirement_key FROM held GROUP BY requirement_key ORDER BY sum(row_count) DESC, requirement_key LIMIT 1
    ),
    named AS MATERIALIZED (
        SELECT r.demand_key
        FROM addressee r
        JOIN jurisdiction_row j ON j.key = r.jurisdiction_key AND j.named_as <> ''
        WHERE r.issued_on <= :as_of
          AND j.named_as IN (SELECT h.jurisdiction_key FROM held h JOIN best USING (requirement_key))
        GROUP BY r.demand_key
        ORDER BY count(DISTINCT r.jurisdiction_key) DESC, r.demand_key DESC
        LIMIT 1
    )
    SELECT 'requirement' AS facet, requirement_key AS value FROM best
    UNION ALL SELECT 'demand', demand_key FROM named
)
