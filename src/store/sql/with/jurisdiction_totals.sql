-- with: jurisdiction_amounts, margins
-- What the money of those found comes to. Where nothing narrows the list, what is kept is added up in advance, and only jurisdictions
-- are counted; where only kinds do, which leave many, what is kept is added up without asking each which of its stretches holds.
all_money AS (
    [[^ program | ^ fy, program_count:
    SELECT (SELECT sum(counted_usd) FROM margins) AS counted_usd, known.n - uncounted.n AS counted_rows, known.n AS amount_rows
    FROM (SELECT count(*) AS n FROM jurisdiction_money
          WHERE is_first = 1 AND line = (SELECT line FROM asked_line) AND from_on <= :as_of) known
    JOIN (SELECT count(*) AS n FROM jurisdiction_money
          WHERE counted_usd IS NULL AND line = (SELECT line FROM asked_line) AND from_on <= :as_of AND until_on > :as_of) uncounted ]]
    [[? program_count | ? program ? fy:
    SELECT sum(counted_usd) AS counted_usd, count(counted_usd) AS counted_rows, count(amount_usd) AS amount_rows FROM asked_money ]]
),
jurisdiction_totals AS (
    [[^ measure:
    SELECT count(*) AS row_count, NULL AS counted_usd, 0 AS counted_rows, 0 AS amount_rows
    FROM jurisdiction_found ]]
    [[^ match, j, demand, not_demand, case, position, authority, requirement, state, program ? kind ? measure
    | ^ match, j, demand, not_demand, case, position, authority, requirement, state, fy, program_count ? kind ? measure:
    SELECT (SELECT count(*) FROM jurisdiction_found) AS row_count, sum(counted_usd) AS counted_usd, count(counted_usd) AS counted_rows,
           count(amount_usd) AS amount_rows
    FROM kept
    WHERE place IN (SELECT place FROM jurisdiction_found) ]]
    [[? match, j, demand, not_demand, case, position, authority, requirement, state ? measure
    | ? kind ? measure ? program_count | ? kind ? measure ? program ? fy:
    SELECT count(*) AS row_count, sum(counted_usd) AS counted_usd, count(counted_usd) AS counted_rows, count(amount_usd) AS amount_rows
    FROM jurisdiction_amounts ]]
    [[^ match, j, demand, not_demand, case, position, authority, requirement, state, kind ? measure:
    SELECT (SELECT count(*) FROM jurisdiction_found) AS row_count, counted_usd, counted_rows, amount_rows
    FROM all_money ]]
)
