-- EDITION_APPLICATION_ID and SCHEMA_VERSION of store/schema.h.
PRAGMA application_id = 0x50764564;
PRAGMA user_version = 1;
