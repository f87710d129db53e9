-- Today's cells, those of each measure in the order of amounts.
SELECT measure, fiscal_year, program_key, state, amount_usd, counted_usd
FROM funding_rollup
WHERE until_on = '9999-12-31' AND from_on <= (SELECT as_of FROM stamp)
ORDER BY measure, -amount_usd;
