INSERT INTO removed_action (key, modified_on) VALUES (?1, ?2)
ON CONFLICT (key) DO UPDATE SET modified_on = excluded.modified_on WHERE excluded.modified_on > modified_on;
