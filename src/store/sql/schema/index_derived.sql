-- Indices of what an edition derives. Made once the rows are there.

CREATE INDEX funding_rollup_measure ON funding_rollup (measure, fiscal_year, program_key, jurisdiction_key);
CREATE INDEX position_span_position ON position_span (position, requirement_key, from_on);
CREATE INDEX event_jurisdiction ON event (jurisdiction_key, event_on);
CREATE INDEX change_edition ON change (edition, table_name, row_key);
CREATE INDEX change_row ON change (table_name, row_key);
