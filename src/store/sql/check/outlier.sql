-- Ten times the amounts of the years beside it, or less than a tenth of both: a slipped decimal point, or thousands. Beside
-- a year are the nearest of three years before and after it; what was taken back compares with nothing. Awards are those
-- that editors type: what award files tell differs from year to year as it likes.
WITH typed AS MATERIALIZED (
    SELECT key, jurisdiction_key, program_key, fiscal_year
    FROM award
    WHERE source_key IS NULL AND jurisdiction_key IS NOT NULL
),
amount (table_name, key, jurisdiction_key, program_key, measure, fiscal_year, amount_usd) AS (
    SELECT 'figure', key, jurisdiction_key, program_key, measure, fiscal_year, amount_usd
    FROM figure
    WHERE counted = 1 AND jurisdiction_key IS NOT NULL
    UNION ALL
    SELECT 'award', w.key, w.jurisdiction_key, w.program_key, 'award', w.fiscal_year, x.amount_usd
    FROM award_action x CROSS JOIN typed w ON w.key = x.award_key
),
cell AS (
    SELECT max(table_name) AS table_name, ifnull(min(key) FILTER (WHERE table_name = 'figure'), min(key)) AS key,
           jurisdiction_key, program_key, measure, fiscal_year, sum(amount_usd) AS amount_usd
    FROM amount
    GROUP BY jurisdiction_key, program_key, measure, fiscal_year
),
beside AS (
    SELECT *, iif(lag(fiscal_year) OVER years >= fiscal_year - 3, lag(amount_usd) OVER years, NULL) AS before,
              iif(lead(fiscal_year) OVER years <= fiscal_year + 3, lead(amount_usd) OVER years, NULL) AS after
    FROM cell
    WHERE amount_usd >= 0
    WINDOW years AS (PARTITION BY jurisdiction_key, program_key, measure ORDER BY fiscal_year)
),
found AS (
    SELECT *, amount_usd >= 10 * max(ifnull(before, after), ifnull(after, before)) AS is_above
    FROM beside
    WHERE amount_usd > 0
      AND (amount_usd >= 10 * max(ifnull(before, after), ifnull(after, before)) OR amount_usd * 10 <= min(before, after))
)
SELECT table_name, key, 'amount_usd', 'warning',
       printf('$%,d.%02d', amount_usd / 100, amount_usd % 100) || ' is '
       || iif(is_above, 'ten times or more', 'a tenth or less of') || ' the amounts of the years beside it, '
       || iif(before IS NULL, 'none', printf('$%,d.%02d', before / 100, before % 100)) || ' and '
       || iif(after IS NULL, 'none', printf('$%,d.%02d', after / 100, after % 100)),
       amount_usd || '/' || ifnull(before, '') || '/' || ifnull(after, '')
FROM found
ORDER BY table_name, key;
