-- with: money
-- The money of each jurisdiction, where a measure is asked for. What is kept tells of all programs or one, and of all years or one;
-- a program in a year, and several programs, are added up from their cells. Nothing is kept of days after the edition's date, so that
-- on that date what has not ended holds.
asked_line AS NOT MATERIALIZED (
    SELECT line
    FROM money_line
    WHERE measure = :measure AND ifnull(:program_count, 1) = 1
      [[^ program: AND program_key = '' ]] [[ AND program_key IN (:program*) ]]
      [[^ fy: AND fiscal_year = 0 ]] [[ AND fiscal_year = :fy ]]
),
kept AS NOT MATERIALIZED (
    SELECT m.place, m.from_on, m.counted_usd, m.amount_usd, m.flag_reason,
           (SELECT l.sources FROM source_list l WHERE l.id = m.source_list) AS money_sources
    FROM jurisdiction_money m
    WHERE m.line = (SELECT line FROM asked_line)
      [[^ past: AND m.until_on = '9999-12-31' ]] [[? past: AND m.from_on <= :as_of AND m.until_on > :as_of ]]
),
added AS MATERIALIZED (
    SELECT jurisdiction_key, sum(counted_usd) AS counted_usd, ifnull(sum(counted_usd), sum(uncounted_usd)) AS amount_usd,
           max(flag_reason) AS flag_reason, group_concat(sources, ' ') AS money_sources
    FROM money
    WHERE measure = :measure AND (:program_count > 1 OR :program_count = 1 AND :fy IS NOT NULL)
      [[ AND program_key IN (:program*) ]]
      [[ AND fiscal_year = :fy ]]
    GROUP BY jurisdiction_key
)
