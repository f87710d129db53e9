-- with: stake_rows, margins
-- What the amounts come to by step. Where the margins tell all of them, only those that are reached are looked at one by
-- one, and what is left is not reached.
reached_rows AS (
    SELECT step, counted_usd
    FROM (SELECT DISTINCT program_key FROM reached) r
    CROSS JOIN stake_rows s ON s.program_key = r.program_key
    WHERE step <> 'not-reached' AND coalesce(:j*, :demand, :case, NULL) IS NULL
      AND (coalesce(:state*, NULL) IS NULL OR coalesce(:program*, NULL) IS NULL)
),
stake_parts AS (
    SELECT 'not-reached' AS step, counted_usd, counted_rows, row_count
    FROM margins
    WHERE :measure IS NOT NULL AND EXISTS (SELECT 1 FROM requirement q WHERE q.key = :requirement AND q.effective_on <= :as_of)
    UNION ALL
    SELECT 'not-reached', -counted_usd, -(counted_usd IS NOT NULL), -1 FROM reached_rows
    UNION ALL
    SELECT step, counted_usd, counted_usd IS NOT NULL, 1 FROM reached_rows
    UNION ALL
    SELECT step, counted_usd, counted_usd IS NOT NULL, 1
    FROM stake_rows
    WHERE coalesce(:j*, :demand, :case, NULL) IS NOT NULL
       OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL
)
