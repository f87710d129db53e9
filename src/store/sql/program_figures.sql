-- Amounts of the program as a whole, which are never added to those of its recipients.
SELECT g.fiscal_year, g.measure, g.amount_usd, a.short_name AS authority, g.confidence, g.note, f.sources
FROM figure g
JOIN authority a ON a.key = g.authority_key
JOIN fact f ON f.table_name = 'figure' AND f.row_key = g.key AND f.since_on <= :as_of
WHERE g.jurisdiction_key IS NULL AND g.program_key = :key
ORDER BY g.fiscal_year DESC, g.measure, g.key
