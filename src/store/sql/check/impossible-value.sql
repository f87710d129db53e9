-- Values that cannot be, whatever a source says.
WITH impossible (table_name, row_key, column_name, message) AS (
    SELECT 'award', key, 'fiscal_year', fiscal_year || ' is not a fiscal year from 1900 to 2100'
    FROM award WHERE fiscal_year NOT BETWEEN 1900 AND 2100
    UNION ALL
    SELECT 'figure', key, 'fiscal_year', fiscal_year || ' is not a fiscal year from 1900 to 2100'
    FROM figure WHERE fiscal_year NOT BETWEEN 1900 AND 2100
    UNION ALL
    SELECT 'requirement_program', key, 'fy_from', fy_from || ' is not a fiscal year from 1900 to 2100'
    FROM requirement_program WHERE fy_from NOT BETWEEN 1900 AND 2100
    UNION ALL
    SELECT 'requirement_program', key, 'fy_to', fy_to || ' is not a fiscal year from 1900 to 2100'
    FROM requirement_program WHERE fy_to NOT BETWEEN 1900 AND 2100
    UNION ALL
    SELECT 'figure', key, 'flag_reason', 'is required where counted is 0: it says why the figure stays out of totals'
    FROM figure WHERE counted = 0 AND trim(ifnull(flag_reason, '')) = ''
    UNION ALL
    SELECT 'demand', key, 'stated_count', stated_count || ' is below zero' FROM demand WHERE stated_count < 0
    UNION ALL
    SELECT 'jurisdiction', key, 'population_2017', population_2017 || ' is below zero' FROM jurisdiction WHERE population_2017 < 0
    UNION ALL
    SELECT 'jurisdiction', key, 'population_2020', population_2020 || ' is below zero' FROM jurisdiction WHERE population_2020 < 0
    UNION ALL
    SELECT 'jurisdiction', key, 'population_2021', population_2021 || ' is below zero' FROM jurisdiction WHERE population_2021 < 0
    UNION ALL
    SELECT 'jurisdiction', key, 'latitude', latitude || ' is not from -90 to 90'
    FROM jurisdiction WHERE latitude NOT BETWEEN -90 AND 90
    UNION ALL
    SELECT 'jurisdiction', key, 'longitude', longitude || ' is not from -180 to 180'
    FROM jurisdiction WHERE longitude NOT BETWEEN -180 AND 180
)
SELECT table_name, row_key, column_name, 'error', message
FROM impossible
ORDER BY table_name, row_key, column_name;
