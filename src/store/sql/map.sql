-- with: map_rows
-- sort: state = name_terms
-- sort: -jurisdictions = -jurisdictions_count
-- By the names of the states in the asker's language, without accents.
SELECT key, state, tile_column, tile_row, jurisdictions_count, jurisdictions_count_url
       [[? measure:, local_usd, local_usd_url, local_usd_state, state_usd, state_usd_url, state_usd_state ]],
       :sort! AS sort_value
FROM map_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
