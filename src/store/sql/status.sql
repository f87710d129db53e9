-- with: status_rows
-- sort: name = jurisdiction
-- sort: state = state
SELECT key, jurisdiction, jurisdiction_url, jurisdiction_key, kind, state, requirement, requirement_url, requirement_key,
       condition_ended_on, disputed, voice, voice_url, authority_name, authority_kind, position, position_url,
       made_on, made_on_precision, sources, sort_column, :sort! AS sort_value
FROM status_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
