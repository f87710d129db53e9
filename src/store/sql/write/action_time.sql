INSERT INTO action_time (key, modified_at) VALUES (?1, ?2)
ON CONFLICT (key) DO UPDATE SET modified_at = excluded.modified_at WHERE excluded.modified_at > modified_at;
