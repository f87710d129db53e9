-- with: ruling_rows
-- sort: -ruled = -CAST(julianday(ruled_on) AS INTEGER)
-- sort: ruled = ruled_on
-- sort: name = case_name
SELECT key, ruled_on, ruled_on_precision, case_name, case_url, authority, requirement, requirement_url, effect, scope,
       from_on, from_on_precision, until_on, until_on_precision,
       until_reason, is_current, summary, sources, :sort! AS sort_value
FROM ruling_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
