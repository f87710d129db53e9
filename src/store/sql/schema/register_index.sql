-- Made whenever a register is opened that lacks them: one of an earlier version may, or a copy that came back.
CREATE TABLE IF NOT EXISTS action_time (    -- award actions whose record tells the time of day of its last change
    key         TEXT PRIMARY KEY NOT NULL,
    modified_at TEXT NOT NULL              -- YYYY-MM-DD HH:MM:SS; it counts while its day is the action's modified_on
) STRICT, WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS alias_name ON jurisdiction_alias (name);
CREATE INDEX IF NOT EXISTS citation_row ON citation (table_name, row_key);
CREATE INDEX IF NOT EXISTS recipient_demand ON demand_recipient (demand_key);
