INSERT INTO temp.recipient (identity, name, uei, duns, usaspending_id, state, types, city, county, county_geoid, place_geoid,
                            how, jurisdiction_key, suggested_key, reason, records, amount)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)
ON CONFLICT (identity) DO UPDATE SET records = records + excluded.records, amount = amount + excluded.amount;
