-- with: award_found
-- What is told of an award besides its amount.
award_facts AS NOT MATERIALIZED (
    SELECT w.key, w.rowid AS award_id, '/awards/' || w.key AS record_url, w.fain, p.short_name AS program,
           '/programs/' || p.key AS program_url, w.fiscal_year, w.recipient_name, j.unique_name AS jurisdiction,
           '/jurisdictions/' || j.key AS jurisdiction_url, j.state, 'award' AS measure, w.summary, w.confidence, w.note
    FROM award w
    LEFT JOIN program p ON p.key = w.program_key
    LEFT JOIN jurisdiction_row j ON j.key = w.jurisdiction_key
),
award_rows AS NOT MATERIALIZED (
    SELECT w.*, f.amount_usd
    FROM award_found f
    JOIN award_facts w ON w.award_id = f.award_id
)
