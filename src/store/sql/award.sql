-- with: award_rows
SELECT key, recipient_name || ', ' || program || ' FY' || fiscal_year AS award, summary, fain, program, program_url, fiscal_year, recipient_name, jurisdiction, jurisdiction_url, amount_usd,
       iif(amount_usd IS NULL, 'no-data', 'counted') AS amount_state,
       first_on, confidence, note, sources
FROM award_rows
WHERE key = :key
