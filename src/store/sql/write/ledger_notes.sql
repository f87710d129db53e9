-- The reasons that notes give: of a whole row first, so that one of a column stands above it. A note speaks of the edition
-- that brings it, or brings it changed.
UPDATE change
SET reason = n.reason, source_key = n.source_key
FROM change_note n
JOIN change c ON c.table_name = 'change_note' AND c.row_key = n.key AND c.change_kind <> 'removed'
WHERE c.edition = (SELECT max(edition) FROM edition_history)
  AND change.edition = c.edition AND change.table_name = n.table_name AND change.row_key = n.row_key
  AND n.column_name IS NULL;

UPDATE change
SET reason = n.reason, source_key = n.source_key
FROM change_note n
JOIN change c ON c.table_name = 'change_note' AND c.row_key = n.key AND c.change_kind <> 'removed'
WHERE c.edition = (SELECT max(edition) FROM edition_history)
  AND change.edition = c.edition AND change.table_name = n.table_name AND change.row_key = n.row_key
  AND n.column_name = change.column_name;
