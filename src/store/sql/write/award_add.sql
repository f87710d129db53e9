INSERT INTO award (key, fain, program_key, jurisdiction_key, recipient_name, recipient_uei, fiscal_year, summary, modified_on,
                   source_key, confidence)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'high')
ON CONFLICT (key) DO NOTHING;
