-- with: status_rows
-- Where the positions that are drawn are from.
SELECT DISTINCT sources FROM status_rows WHERE sources IS NOT NULL ORDER BY sources LIMIT :limit
