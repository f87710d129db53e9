-- Amounts that all together come near to what 64 bits of cents hold: below it no sum of some of them overflows, nor what is
-- taken from such a sum.
WITH amount (table_name, key, largest, together) AS (
    SELECT 'award_action', key, max(abs(1.0 * amount_usd)), total(abs(1.0 * amount_usd)) FROM award_action
    UNION ALL SELECT 'award_share', key, max(abs(1.0 * amount_usd)), total(abs(1.0 * amount_usd)) FROM award_share
    UNION ALL SELECT 'figure', key, max(abs(1.0 * amount_usd)), total(abs(1.0 * amount_usd)) FROM figure
)
SELECT table_name, key, 'amount_usd', 'error', 'the amounts of all rows add up to more than sums hold; this is the largest'
FROM amount
WHERE together > 4e18;
