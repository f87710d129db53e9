SELECT key FROM accepted_warning ORDER BY key;
