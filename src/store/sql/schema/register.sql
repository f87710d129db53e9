-- What the register holds besides the public tables. REGISTER_APPLICATION_ID and SCHEMA_VERSION of store/schema.h.

CREATE TABLE meta (                        -- last_edition, edition_recipe; shipped_files, shipped_content
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;

CREATE INDEX citation_row ON citation (table_name, row_key);
CREATE INDEX recipient_demand ON demand_recipient (demand_key);

PRAGMA application_id = 0x50765267;
PRAGMA user_version = 1;
