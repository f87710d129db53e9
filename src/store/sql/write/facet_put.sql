-- The columns of a statement of facets, and its name.
INSERT INTO kept_facet (facet, value, label, row_count, sort_value, list) VALUES (?1, ?2, ?3, ?4, ?6, ?7);
