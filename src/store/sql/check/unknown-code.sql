-- Codes that are not of their form, or belong to another state than the row says.
WITH state_fips (state, fips) AS (
    VALUES ('AL', '01'), ('AK', '02'), ('AZ', '04'), ('AR', '05'), ('CA', '06'), ('CO', '08'), ('CT', '09'), ('DE', '10'),
           ('DC', '11'), ('FL', '12'), ('GA', '13'), ('HI', '15'), ('ID', '16'), ('IL', '17'), ('IN', '18'), ('IA', '19'),
           ('KS', '20'), ('KY', '21'), ('LA', '22'), ('ME', '23'), ('MD', '24'), ('MA', '25'), ('MI', '26'), ('MN', '27'),
           ('MS', '28'), ('MO', '29'), ('MT', '30'), ('NE', '31'), ('NV', '32'), ('NH', '33'), ('NJ', '34'), ('NM', '35'),
           ('NY', '36'), ('NC', '37'), ('ND', '38'), ('OH', '39'), ('OK', '40'), ('OR', '41'), ('PA', '42'), ('RI', '44'),
           ('SC', '45'), ('SD', '46'), ('TN', '47'), ('TX', '48'), ('UT', '49'), ('VT', '50'), ('VA', '51'), ('WA', '53'),
           ('WV', '54'), ('WI', '55'), ('WY', '56'), ('AS', '60'), ('GU', '66'), ('MP', '69'), ('PR', '72'), ('VI', '78')
),
code (row_key, column_name, value, state, fits) AS (
    SELECT key, 'geoid', geoid, state, length(geoid) IN (2, 5, 7, 10) AND geoid NOT GLOB '*[^0-9]*' FROM jurisdiction
    UNION ALL
    SELECT key, 'county_fips', county_fips, state, length(county_fips) = 5 AND county_fips NOT GLOB '*[^0-9]*'
    FROM jurisdiction
)
SELECT 'jurisdiction', c.row_key, c.column_name, 'error',
       CASE WHEN c.fits THEN '''' || c.value || ''' is not of ' || c.state || ', whose codes begin with ' || f.fips
            ELSE '''' || c.value || ''' is not a Census code' END
FROM code c
LEFT JOIN state_fips f ON f.state = c.state
WHERE c.value IS NOT NULL AND (NOT c.fits OR f.fips <> substr(c.value, 1, 2))
UNION ALL
SELECT 'program', key, 'listing', 'error', '''' || listing || ''' is not an assistance listing: NN.NNN'
FROM program
WHERE listing NOT GLOB '[0-9][0-9].[0-9][0-9][0-9]'
ORDER BY 1, 2, 3;
