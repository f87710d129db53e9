INSERT INTO source (key, publisher, title, url, retrieved_on, source_kind) VALUES (?1, ?2, ?3, ?4, ?5, 'official-record')
ON CONFLICT (key) DO UPDATE SET retrieved_on = excluded.retrieved_on WHERE excluded.retrieved_on > retrieved_on;
