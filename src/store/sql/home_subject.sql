-- with: demand_rows
-- The demand that most rows of the register are about, as of the date.
SELECT d.*, '/jurisdictions?demand=' || d.key AS list_url
FROM demand_rows d
ORDER BY (SELECT count(*) FROM statement s WHERE s.demand_key = d.key AND s.said_on <= :as_of)
         + (SELECT count(*) FROM claim c WHERE c.demand_key = d.key AND c.made_on <= :as_of) DESC,
         d.issued_on DESC, d.key
LIMIT 1
