-- with: funding_rows
-- One row an amount; the page sets the jurisdictions side by side.
SELECT key, program, program_url, fiscal_year, measure, jurisdiction, jurisdiction_url, jurisdiction_key, kind, state, amount_usd,
       amount_usd_url, amount_state, is_flagged, flag_reason, per_resident_usd, per_resident_usd_state, sources, jurisdiction_key AS sort_column
FROM funding_rows
WHERE jurisdiction_key IN (:j*)
ORDER BY program_key, fiscal_year DESC, measure, jurisdiction_key
