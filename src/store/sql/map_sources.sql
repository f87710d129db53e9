-- with: money
-- Where the amounts of the local governments that fit are from; where no money is asked for, the jurisdictions.
-- That the key is more than nothing leads to the index by measure and jurisdiction, whose rows come as they are stored.
SELECT m.sources
FROM money m
WHERE m.measure = :measure AND m.counted_usd IS NOT NULL
  AND m.jurisdiction_key > '' AND m.jurisdiction_key NOT IN (SELECT key FROM jurisdiction WHERE kind IN ('state', 'territory'))
  [[ AND m.fiscal_year = :fy ]]
  [[ AND m.program_key IN (:program*) ]]
  [[ AND m.jurisdiction_key IN (SELECT key FROM jurisdiction WHERE kind IN (:kind*)) ]]
  [[ AND m.jurisdiction_key IN (SELECT r.jurisdiction_key FROM demand_recipient r
                                  JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
                                  WHERE r.demand_key = :demand) ]]
UNION
SELECT f.sources
FROM jurisdiction j
JOIN fact f ON f.table_name = 'jurisdiction' AND f.row_key = j.key
WHERE :measure IS NULL
  [[ AND j.kind IN (:kind*) ]]
  [[ AND j.key IN (SELECT r.jurisdiction_key FROM demand_recipient r
                   JOIN demand d ON d.key = r.demand_key AND d.issued_on <= :as_of
                   WHERE r.demand_key = :demand) ]]
LIMIT :limit
