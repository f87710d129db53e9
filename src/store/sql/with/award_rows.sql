-- with: award_found
award_rows AS NOT MATERIALIZED (
    SELECT w.key, w.rowid AS award_id, '/awards/' || w.key AS record_url, w.fain, p.short_name AS program,
           '/programs/' || p.key AS program_url, w.fiscal_year, w.recipient_name, j.unique_name AS jurisdiction,
           '/jurisdictions/' || j.key AS jurisdiction_url, j.state, 'award' AS measure, f.amount_usd, w.summary, w.confidence,
           w.note
    FROM award_found f
    JOIN award w ON w.rowid = f.award_id
    LEFT JOIN program p ON p.key = w.program_key
    LEFT JOIN jurisdiction_row j ON j.key = w.jurisdiction_key
)
