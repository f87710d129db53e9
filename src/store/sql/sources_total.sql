-- with: source_rows
SELECT count(*) AS row_count FROM source_rows
