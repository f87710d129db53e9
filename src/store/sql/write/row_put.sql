-- Writes nothing when the row is there already and equal.
INSERT INTO {table} ({columns}) VALUES ({placeholders})
ON CONFLICT (key) DO UPDATE SET {assignments} WHERE ({columns}) IS NOT ({excluded});
