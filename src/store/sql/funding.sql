-- with: funding_page
-- sort: name = jurisdiction_key
-- sort: -fiscal-year = -fiscal_year
-- sort: fiscal-year = fiscal_year
-- sort: -amount = -amount_usd
-- sort: amount = amount_usd
SELECT r.key, r.jurisdiction, r.jurisdiction_url, r.jurisdiction_key, r.kind, r.state, r.program, r.program_url, r.program_key,
       r.fiscal_year, r.measure, r.amount_usd, r.amount_usd_url, r.amount_state, r.is_flagged, r.flag_reason, r.per_resident_usd,
       r.per_resident_usd_state, r.sources, [[^ @placed: page.sort_value ]] [[? @placed: r.jurisdiction_key AS sort_value ]]
FROM funding_page page
CROSS JOIN funding_rows r ON r.place = page.place
[[^ limit: ORDER BY page.sort_value, page.place ]]
