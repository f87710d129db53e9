-- with: program_rows
-- sort: name = program
-- sort: listing = listing
SELECT *, :sort! AS sort_value
FROM program_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
