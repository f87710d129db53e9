-- The columns of jurisdictions_facets.
INSERT INTO jurisdiction_facet (facet, value, label, row_count, sort_value) VALUES (?1, ?2, ?3, ?4, ?6);
