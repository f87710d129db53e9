-- with: source_rows
SELECT 'source_kind' AS facet, source_kind AS value, NULL AS label, count(*) AS row_count, NULL AS record_url
FROM source_rows
GROUP BY source_kind
ORDER BY row_count DESC, value
