INSERT INTO temp.identifier (alias_kind, name, jurisdiction_key) VALUES (?1, ?2, ?3)
ON CONFLICT (alias_kind, name) DO UPDATE SET jurisdiction_key = NULL WHERE jurisdiction_key <> excluded.jurisdiction_key;
