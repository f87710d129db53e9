-- Recipients of ?1 (how they were matched) that an identifier could decide now.
SELECT id, name, uei, duns, usaspending_id, state, types, city, county, county_geoid, place_geoid, suggested_key, reason,
       records, amount
FROM temp.recipient r
WHERE how = ?1
  AND EXISTS (SELECT 1 FROM jurisdiction_alias a
              WHERE a.name IN (r.uei, r.duns, r.usaspending_id) AND a.alias_kind IN ('uei', 'duns', 'usaspending'));
