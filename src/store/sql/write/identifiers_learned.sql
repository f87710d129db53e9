-- Identifiers of recipients that their names matched, each to one jurisdiction only, that no alias holds yet.
SELECT alias_kind, name, jurisdiction_key
FROM temp.identifier i
WHERE jurisdiction_key IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM jurisdiction_alias a WHERE a.alias_kind = i.alias_kind AND a.name = i.name)
ORDER BY alias_kind, name;
