-- Identifiers of recipients that their names matched, each to one jurisdiction only, that no alias holds yet.
-- ?1 the least of enum match_how that is sure.
WITH met (alias_kind, name, jurisdiction_key) AS (
    SELECT 'uei', uei, jurisdiction_key FROM temp.recipient WHERE how >= ?1 AND uei <> ''
    UNION ALL
    SELECT 'duns', duns, jurisdiction_key FROM temp.recipient WHERE how >= ?1 AND duns <> ''
    UNION ALL
    SELECT 'usaspending', usaspending_id, jurisdiction_key FROM temp.recipient WHERE how >= ?1 AND usaspending_id <> ''
)
SELECT alias_kind, name, min(jurisdiction_key)
FROM met m
GROUP BY alias_kind, name
HAVING min(jurisdiction_key) = max(jurisdiction_key)
   AND NOT EXISTS (SELECT 1 FROM jurisdiction_alias a WHERE a.alias_kind = m.alias_kind AND a.name = m.name)
ORDER BY alias_kind, name;
