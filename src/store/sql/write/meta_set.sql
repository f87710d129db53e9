-- Writes nothing when the value is the same.
INSERT INTO meta (name, value) VALUES (?1, ?2)
ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value;
