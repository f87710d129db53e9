-- with: award_rows, margins
SELECT ifnull(sum(row_count), 0) AS row_count
FROM (
    SELECT award_count AS row_count FROM margins WHERE measure = 'award'
    UNION ALL
    SELECT count(*)
    FROM award_rows
    WHERE (coalesce(:j*, :min, :max, NULL) IS NOT NULL
           OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL)
      [[ AND amount_usd >= :min ]] [[ AND amount_usd <= :max ]]
)
