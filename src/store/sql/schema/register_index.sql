-- Indices of the register. Made whenever one is opened that lacks them: a copy that came back may.
CREATE INDEX IF NOT EXISTS alias_name ON jurisdiction_alias (name);
CREATE INDEX IF NOT EXISTS citation_row ON citation (table_name, row_key);
CREATE INDEX IF NOT EXISTS recipient_demand ON demand_recipient (demand_key);
