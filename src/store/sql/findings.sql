-- with: finding_rows
-- sort: -looked = -CAST(julianday(looked_on) AS INTEGER)
-- sort: name = looked_for
SELECT key, looked_for, record_url, looked_in, looked_on, summary, jurisdiction, jurisdiction_url, demand, demand_url,
       sources, :sort! AS sort_value
FROM finding_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
