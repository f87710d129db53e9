-- with: award_rows, margins
-- By the margins where they tell, else award by award.
SELECT 'fy' AS facet, CAST(fiscal_year AS TEXT) AS value, NULL AS label, sum(row_count) AS row_count, NULL AS record_url
FROM (
    SELECT fiscal_year, award_count AS row_count FROM margins WHERE measure = 'award' AND award_count > 0
    UNION ALL
    SELECT fiscal_year, 1
    FROM award_rows
    WHERE (coalesce(:j*, :min, :max, NULL) IS NOT NULL
           OR coalesce(:state*, NULL) IS NOT NULL AND coalesce(:program*, NULL) IS NOT NULL)
      [[ AND amount_usd >= :min ]] [[ AND amount_usd <= :max ]]
)
GROUP BY fiscal_year
ORDER BY value DESC
