-- The requirement on which most positions are in force, and the demand of which most recipients have one.
SELECT facet, value
FROM (
    WITH held AS MATERIALIZED (
        SELECT requirement_key, jurisdiction_key
        FROM position_span
        WHERE from_on <= :as_of AND until_on > :as_of
    ),
    best AS MATERIALIZED (
        SELECT requirement_key FROM held GROUP BY requirement_key ORDER BY count(*) DESC, requirement_key LIMIT 1
    ),
    named AS MATERIALIZED (
        SELECT r.demand_key
        FROM held h
        JOIN best USING (requirement_key)
        JOIN addressee r ON r.jurisdiction_key = h.jurisdiction_key AND r.issued_on <= :as_of
        GROUP BY r.demand_key
        ORDER BY count(DISTINCT r.jurisdiction_key) DESC, r.demand_key DESC
        LIMIT 1
    )
    SELECT 'requirement' AS facet, requirement_key AS value FROM best
    UNION ALL SELECT 'demand', demand_key FROM named
)
