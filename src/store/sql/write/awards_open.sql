-- What an import of awards remembers until its end: recipients that it is not sure of and the awards that are theirs, and the
-- identifiers of those that it is sure of.
PRAGMA temp.cache_size = -6144;
CREATE TEMP TABLE IF NOT EXISTS recipient (
    id               INTEGER PRIMARY KEY,
    identity         TEXT NOT NULL UNIQUE,  -- a hash of everything the file says of it
    name             TEXT NOT NULL,
    uei              TEXT NOT NULL,
    duns             TEXT NOT NULL,
    usaspending_id   TEXT NOT NULL,
    state            TEXT NOT NULL,
    types            TEXT NOT NULL,
    city             TEXT NOT NULL,
    county           TEXT NOT NULL,
    county_geoid     TEXT NOT NULL,
    place_geoid      TEXT NOT NULL,
    how              INTEGER NOT NULL,      -- enum match_how
    jurisdiction_key TEXT,
    suggested_key    TEXT,
    reason           TEXT,
    records          INTEGER NOT NULL DEFAULT 0,
    amount           INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TEMP TABLE IF NOT EXISTS pending (
    award_key    TEXT NOT NULL,
    recipient_id INTEGER NOT NULL,
    PRIMARY KEY (award_key, recipient_id)
) STRICT, WITHOUT ROWID;
CREATE TEMP TABLE IF NOT EXISTS identifier (
    alias_kind       TEXT NOT NULL,
    name             TEXT NOT NULL,
    jurisdiction_key TEXT,                  -- none: it is of several
    PRIMARY KEY (alias_kind, name)
) STRICT, WITHOUT ROWID;
DELETE FROM temp.recipient;
DELETE FROM temp.pending;
DELETE FROM temp.identifier;
