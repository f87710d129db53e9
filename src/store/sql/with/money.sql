-- Money of each jurisdiction, program, fiscal year and measure as known on :as_of. Cells that straddle the date are
-- summed from their rows; the others come from the roll-up.
money_rows AS (
    SELECT jurisdiction_key, program_key, fiscal_year, measure, amount_usd, counted, flag_reason,
           ifnull(from_on, (fiscal_year - 1) || '-10-01') AS from_on, 'figure' AS table_name, key AS row_key
    FROM figure
    UNION ALL
    SELECT a.jurisdiction_key, a.program_key, a.fiscal_year, 'award', x.amount_usd, 1, NULL, x.action_on, 'award', a.key
    FROM award a
    JOIN award_action x ON x.award_key = a.key
),
money AS (
    SELECT jurisdiction_key, program_key, fiscal_year, measure, counted_usd, uncounted_usd, flag_reason, sources
    FROM funding_rollup
    WHERE last_on <= :as_of
    UNION ALL
    SELECT r.jurisdiction_key, r.program_key, r.fiscal_year, r.measure,
           sum(m.amount_usd) FILTER (WHERE m.counted = 1), sum(m.amount_usd) FILTER (WHERE m.counted = 0),
           max(m.flag_reason), group_concat(f.sources, ' ')
    FROM funding_rollup r
    JOIN money_rows m ON m.jurisdiction_key = r.jurisdiction_key AND m.program_key = r.program_key
                     AND m.fiscal_year = r.fiscal_year AND m.measure = r.measure AND m.from_on <= :as_of
    JOIN fact f ON f.table_name = m.table_name AND f.row_key = m.row_key
    WHERE r.first_on <= :as_of AND r.last_on > :as_of
    GROUP BY r.jurisdiction_key, r.program_key, r.fiscal_year, r.measure
)
