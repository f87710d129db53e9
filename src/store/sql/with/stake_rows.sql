-- with: funding_rows, positions
-- Each amount and what becomes of it under the requirement :requirement on :as_of.
reached AS (
    SELECT r.program_key, r.fy_from, ifnull(r.fy_to, 9999) AS fy_to
    FROM requirement_program r
    JOIN requirement q ON q.key = r.requirement_key
    WHERE q.key = :requirement AND q.effective_on <= :as_of AND (q.ended_on IS NULL OR q.ended_on > :as_of)
),
stake_rows AS NOT MATERIALIZED (
    SELECT funding_rows.key, place, jurisdiction, jurisdiction_url, jurisdiction_key, kind, state, program, program_url, program_key, fiscal_year, measure,
           amount_usd, amount_usd_url, amount_state, is_flagged, flag_reason, counted_usd, sources,
           CASE WHEN NOT EXISTS (SELECT 1 FROM reached r
                                 WHERE r.program_key = funding_rows.program_key AND funding_rows.fiscal_year BETWEEN r.fy_from AND r.fy_to)
                THEN 'not-reached'
                WHEN EXISTS (SELECT 1 FROM positions p
                             WHERE p.jurisdiction_key = funding_rows.jurisdiction_key AND p.requirement_key = :requirement
                               AND p.position = 'barred-by-court')
                THEN 'shielded' ELSE 'remaining' END AS step
    FROM requirement asked
    JOIN funding_rows
    WHERE asked.key = :requirement AND asked.effective_on <= :as_of AND :measure IS NOT NULL
      [[ AND jurisdiction_key IN (SELECT jurisdiction_key FROM addressee WHERE demand_key = :demand AND issued_on <= :as_of) ]]
)
