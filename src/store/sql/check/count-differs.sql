-- A list of another length than its issuer stated.
SELECT 'demand', d.key, 'stated_count', 'warning',
       'the issuer stated ' || d.stated_count || '; recipients in the register: ' || d.held,
       d.stated_count || '/' || d.held
FROM (SELECT key, stated_count, (SELECT count(*) FROM demand_recipient r WHERE r.demand_key = demand.key) AS held
      FROM demand) d
WHERE d.stated_count <> d.held
ORDER BY d.key;
