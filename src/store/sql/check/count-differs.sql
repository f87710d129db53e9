-- A list of another length than its issuer stated.
SELECT 'demand', d.key, 'stated_count', 'warning',
       'the issuer stated ' || iif(d.is_least, 'more than ', '') || d.stated_count || '; recipients in the register: ' || d.held,
       d.stated_count || '/' || d.held
FROM (SELECT key, stated_count, stated_count_precision IS 'more-than' AS is_least,
             (SELECT count(*) FROM demand_recipient r WHERE r.demand_key = demand.key) AS held
      FROM demand) d
WHERE iif(d.is_least, d.held <= d.stated_count, d.held <> d.stated_count)
ORDER BY d.key;
