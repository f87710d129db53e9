-- The recipients of ?1 (how they were matched) for a review file.
SELECT name, state, uei, duns, usaspending_id, types, city, county, records, amount, reason, suggested_key
FROM temp.recipient
WHERE how = ?1
ORDER BY abs(amount) DESC, name, uei, duns, usaspending_id, state, types, city, county, county_geoid, place_geoid;
