-- Writes nothing when there is a row of that key.
INSERT INTO {table} ({columns}) VALUES ({placeholders}) ON CONFLICT (key) DO NOTHING;
