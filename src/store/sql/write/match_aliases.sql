SELECT jurisdiction_key, alias_kind, name FROM jurisdiction_alias ORDER BY key;
