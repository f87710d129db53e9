SELECT key, name, kind, state, ifnull(geoid, ''), ifnull(county_fips, '') FROM jurisdiction ORDER BY key;
