-- with: funding_rows
-- sort: line = program_key || ' ' || (9999 - fiscal_year) || ' ' || measure
-- One row an amount; the page sets the jurisdictions side by side, and the newest years of a program come first.
SELECT key, program, program_url, fiscal_year, measure, jurisdiction, jurisdiction_url, jurisdiction_key, kind, state, amount_usd,
       amount_usd_url, amount_state, is_flagged, flag_reason, per_resident_usd, per_resident_usd_state, sources,
       jurisdiction_key AS sort_column, :sort! AS sort_value
FROM funding_rows
WHERE 1 = 1 [[ AND (:sort!, key) > (:after_value, :after_key) ]]
ORDER BY :sort!, key
[[ LIMIT :limit ]]
