SELECT s.number, s.as_of, s.content_hash, s.row_count, h.restored_edition
FROM stamp s
LEFT JOIN edition_history h ON h.edition = s.number;
