-- Where the rows of this import came from, for messages and for knowing what an import left out. column_name, where
-- given, stands for every column of the row (a citation comes from the column sources of its fact).
CREATE TEMP TABLE origin (
    table_name  TEXT NOT NULL,
    row_key     TEXT NOT NULL,
    file        TEXT NOT NULL,
    record      INTEGER NOT NULL,
    column_name TEXT,
    PRIMARY KEY (table_name, row_key)
) STRICT, WITHOUT ROWID;
