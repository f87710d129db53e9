-- with: case_rows
-- sort: -filed = -CAST(julianday(since_on) AS INTEGER)
-- sort: filed = since_on
-- sort: name = case_name
SELECT key, case_name, case_url, authority, docket, judge, filed_on, closed_on, appeal_of, appeal_of_keys, rulings_count,
       summary, sources, :sort! AS sort_value
FROM case_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
