-- with: demand_rows, money
-- The demand that most rows of the register are about, as of the date, and the money that is known of most whom it names.
SELECT d.*, '/jurisdictions?demand=' || d.key
       || ifnull((SELECT '&program=' || m.program_key || '&fy=' || m.fiscal_year || '&measure=' || m.measure || '&sort=-amount'
                  FROM addressee x
                  JOIN money m ON m.jurisdiction_key = x.jurisdiction_key
                  WHERE x.demand_key = d.key
                  GROUP BY m.program_key, m.fiscal_year, m.measure
                  ORDER BY count(DISTINCT m.jurisdiction_key) DESC, m.fiscal_year DESC, m.program_key, m.measure
                  LIMIT 1), '') AS list_url
FROM demand_rows d
ORDER BY (SELECT count(*) FROM statement s WHERE s.demand_key = d.key AND s.said_on <= :as_of)
         + (SELECT count(*) FROM claim c WHERE c.demand_key = d.key AND c.made_on <= :as_of) DESC,
         d.issued_on DESC, d.key
LIMIT 1
