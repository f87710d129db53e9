SELECT a.name, a.alias_kind
FROM jurisdiction_alias a
WHERE a.jurisdiction_key = :key AND a.alias_kind <> 'printed'
ORDER BY a.alias_kind, a.name, a.key
