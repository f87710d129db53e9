-- with: statement_rows
-- sort: -said = -CAST(julianday(said_on) AS INTEGER)
-- sort: said = said_on
-- sort: name = speaker
SELECT key, said_on, said_on_precision, record_url, speaker, role, authority, jurisdiction, jurisdiction_url, state, demand, demand_url,
       summary, sources, :sort! AS sort_value
FROM statement_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
