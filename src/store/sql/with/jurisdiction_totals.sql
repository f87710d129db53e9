-- with: jurisdiction_found, jurisdiction_sums, margins
-- What the money of those found comes to. Where nothing narrows the list, what is kept is added up in advance, and only jurisdictions
-- are counted.
kept_sums AS (
    [[^ match, j, demand, not_demand, case, position, authority, requirement, state, kind:
    SELECT (SELECT sum(counted_usd) FROM margins) AS counted_usd, known.n - uncounted.n AS counted_rows, known.n AS amount_rows
    FROM asked_line l
    JOIN (SELECT count(*) AS n FROM jurisdiction_money
          WHERE is_first = 1 AND line = (SELECT line FROM asked_line) AND from_on <= :as_of) known
    JOIN (SELECT count(*) AS n FROM jurisdiction_money
          WHERE counted_usd IS NULL AND line = (SELECT line FROM asked_line) AND from_on <= :as_of AND until_on > :as_of) uncounted ]]
    [[? match, j, demand, not_demand, case, position, authority, requirement, state, kind:
    SELECT sum(k.counted_usd) AS counted_usd, count(k.counted_usd) AS counted_rows, count(k.amount_usd) AS amount_rows
    FROM jurisdiction_found j
    CROSS JOIN kept k ON k.place = j.place
                     AND k.from_on = (SELECT max(x.from_on) FROM jurisdiction_money x
                                      WHERE x.place = j.place AND x.line = (SELECT line FROM asked_line) AND x.from_on <= :as_of) ]]
),
jurisdiction_totals AS (
    SELECT * FROM kept_sums
    UNION ALL
    SELECT sum(a.counted_usd), count(a.counted_usd), count(a.amount_usd)
    FROM added a
    JOIN jurisdiction_found j ON j.key = a.jurisdiction_key
)
