-- Ten times the amounts of the years beside it, or less than a tenth: a slipped decimal point, or thousands.
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
bounded AS (
    SELECT *, max(ifnull(before, after), ifnull(after, before)) AS most, min(ifnull(before, after), ifnull(after, before)) AS least
    FROM beside
    WHERE ifnull(before, after) IS NOT NULL
)
SELECT 'figure', key, 'amount_usd', 'warning',
       printf('$%,d.%02d', amount_usd / 100, abs(amount_usd % 100)) || ' is '
       || iif(amount_usd >= 10 * most, 'ten times or more', 'a tenth or less of') || ' the amounts of the years beside it, '
       || ifnull(printf('$%,d.%02d', before / 100, abs(before % 100)), 'none') || ' and ' || ifnull(printf('$%,d.%02d', after / 100, abs(after % 100)), 'none'),
       amount_usd || '/' || ifnull(before, '') || '/' || ifnull(after, '')
FROM bounded
WHERE (amount_usd >= 10 * most AND most > 0) OR (amount_usd * 10 <= least AND amount_usd > 0)
ORDER BY key;
