-- A sample of each index is enough to choose between indices.
PRAGMA analysis_limit = 10000;
ANALYZE;
