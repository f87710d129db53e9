-- Ten times the amounts of the years beside it, or less than a tenth of both: a slipped decimal point, or thousands.
WITH cell AS (
    SELECT min(key) AS key, jurisdiction_key, program_key, measure, fiscal_year, sum(amount_usd) AS amount_usd
    FROM figure
    WHERE counted = 1 AND jurisdiction_key IS NOT NULL
    GROUP BY jurisdiction_key, program_key, measure, fiscal_year
),
beside AS (
    SELECT *, iif(lag(fiscal_year) OVER years = fiscal_year - 1, lag(amount_usd) OVER years, NULL) AS before,
              iif(lead(fiscal_year) OVER years = fiscal_year + 1, lead(amount_usd) OVER years, NULL) AS after
    FROM cell
    WINDOW years AS (PARTITION BY jurisdiction_key, program_key, measure ORDER BY fiscal_year)
),
found AS (
    SELECT *, amount_usd >= 10 * max(ifnull(before, after), ifnull(after, before)) AND before + after IS NOT 0 AS is_above
    FROM beside
    WHERE amount_usd > 0
      AND (amount_usd >= 10 * max(ifnull(before, after), ifnull(after, before)) OR amount_usd * 10 <= min(before, after))
)
SELECT 'figure', key, 'amount_usd', 'warning',
       printf('$%,d.%02d', amount_usd / 100, amount_usd % 100) || ' is '
       || iif(is_above, 'ten times or more', 'a tenth or less of') || ' the amounts of the years beside it, '
       || iif(before IS NULL, 'none', printf('$%,d.%02d', before / 100, abs(before % 100))) || ' and '
       || iif(after IS NULL, 'none', printf('$%,d.%02d', after / 100, abs(after % 100))),
       amount_usd || '/' || ifnull(before, '') || '/' || ifnull(after, '')
FROM found
ORDER BY key;
