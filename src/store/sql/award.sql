-- with: award_rows
SELECT r.key, said('{recipient}, {program} FY{year}', 'recipient', recipient_name, 'program', program,
                    'year', fiscal_year) AS award,
       r.summary, fain, program, program_url, fiscal_year, recipient_name, jurisdiction, jurisdiction_url, amount_usd,
       iif(amount_usd IS NULL, 'no-data', 'counted') AS amount_state,
       f.since_on AS first_on, f.since_on_precision AS first_on_precision, confidence, note, f.sources
FROM award_rows r
LEFT JOIN fact f ON f.table_name = 'award' AND f.row_key = r.key
WHERE r.key = :key
