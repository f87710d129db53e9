-- Values that cannot be, whatever a source says.
WITH bounded (table_name, row_key, column_name, value, least, most) AS (
    SELECT 'award', key, 'fiscal_year', fiscal_year, 1900, 2100 FROM award
    UNION ALL SELECT 'figure', key, 'fiscal_year', fiscal_year, 1900, 2100 FROM figure
    UNION ALL SELECT 'requirement_program', key, 'fy_from', fy_from, 1900, 2100 FROM requirement_program
    UNION ALL SELECT 'requirement_program', key, 'fy_to', fy_to, 1900, 2100 FROM requirement_program
    UNION ALL SELECT 'demand', key, 'stated_count', stated_count, 0, NULL FROM demand
    UNION ALL SELECT 'jurisdiction', key, 'population_2017', population_2017, 0, NULL FROM jurisdiction
    UNION ALL SELECT 'jurisdiction', key, 'population_2020', population_2020, 0, NULL FROM jurisdiction
    UNION ALL SELECT 'jurisdiction', key, 'population_2021', population_2021, 0, NULL FROM jurisdiction
    UNION ALL SELECT 'jurisdiction', key, 'latitude', latitude, -90, 90 FROM jurisdiction
    UNION ALL SELECT 'jurisdiction', key, 'longitude', longitude, -180, 180 FROM jurisdiction
),
impossible (table_name, row_key, column_name, message) AS (
    SELECT table_name, row_key, column_name, value || iif(value < least, ' is below ' || least, ' is above ' || most)
    FROM bounded
    WHERE value < least OR value > most
    UNION ALL
    SELECT 'figure', key, 'flag_reason', 'is required where counted is 0: it says why the figure stays out of totals'
    FROM figure
    WHERE counted = 0 AND trim(ifnull(flag_reason, '')) = ''
    UNION ALL
    SELECT 'court_case', key, 'appeal_of_key', 'is the case itself' FROM court_case WHERE appeal_of_key = key
    UNION ALL
    SELECT 'case_appeal', key, 'appeal_of_key', 'is the case itself' FROM case_appeal WHERE appeal_of_key = case_key
)
SELECT table_name, row_key, column_name, 'error', message
FROM impossible
ORDER BY table_name, row_key, column_name;
