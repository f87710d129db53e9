-- What the register holds besides the public tables. REGISTER_APPLICATION_ID and SCHEMA_VERSION of store/schema.h.

CREATE TABLE meta (                        -- last_edition, edition_recipe, published_content; shipped_files, shipped_content; award_totals
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE removed_action (              -- award actions that their agency withdrew; older files must not bring them back
    key         TEXT PRIMARY KEY NOT NULL,
    modified_on TEXT NOT NULL              -- of the withdrawal: day, and time where it is told
) STRICT, WITHOUT ROWID;

PRAGMA application_id = 0x50765267;
PRAGMA user_version = 1;
