-- with: award_rows
SELECT key, fain, summary, program, program_url, fiscal_year, recipient_name, jurisdiction, jurisdiction_url, amount_usd,
       first_on, confidence, note, sources
FROM award_rows
WHERE key = :key
