-- with: claims_in_force, effects_known
-- Each authority's position in force on :as_of, courts included: a court's derives from the newest effect of its rulings.
positions AS (
    SELECT jurisdiction_key, requirement_key, authority_key, stated_position AS position, made_on
    FROM claims_in_force
    UNION ALL
    SELECT jurisdiction_key, requirement_key, authority_key,
           CASE effect WHEN 'bars' THEN 'barred-by-court' ELSE 'allowed-by-court' END, ruled_on
    FROM (
        SELECT *, row_number() OVER (PARTITION BY jurisdiction_key, requirement_key, authority_key
                                     ORDER BY ruled_on DESC, key DESC) AS newest
        FROM effects_known
        WHERE in_force
    )
    WHERE newest = 1
)
