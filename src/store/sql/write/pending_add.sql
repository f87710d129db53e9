INSERT INTO temp.pending (recipient_id, award_key) VALUES (?1, ?2) ON CONFLICT DO NOTHING;
