-- with: award_rows
SELECT count(*) AS row_count
FROM award_rows
WHERE 1 = 1 [[ AND amount_usd >= :min ]] [[ AND amount_usd <= :max ]]
