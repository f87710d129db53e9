INSERT INTO temp.recipient (identity, name, uei, duns, usaspending_id, state, types, city, county, county_geoid, place_geoid,
                            how, jurisdiction_key, suggested_key, reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (identity) DO UPDATE SET how = excluded.how, jurisdiction_key = excluded.jurisdiction_key,
                                     suggested_key = excluded.suggested_key, reason = excluded.reason
RETURNING id;
