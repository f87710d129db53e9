-- What a file of the Census Bureau tells of a jurisdiction; what it does not tell stays.
UPDATE jurisdiction
SET geoid = ifnull(geoid, ?2), county_fips = ifnull(county_fips, ?3), population_2017 = ifnull(?4, population_2017),
    population_2020 = ifnull(?5, population_2020), population_2021 = ifnull(?6, population_2021),
    latitude = ifnull(?7, latitude), longitude = ifnull(?8, longitude)
WHERE key = ?1
  AND (geoid, county_fips, population_2017, population_2020, population_2021, latitude, longitude)
      IS NOT (ifnull(geoid, ?2), ifnull(county_fips, ?3), ifnull(?4, population_2017), ifnull(?5, population_2020),
              ifnull(?6, population_2021), ifnull(?7, latitude), ifnull(?8, longitude));
