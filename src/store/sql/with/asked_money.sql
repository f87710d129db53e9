-- with: group_sums, money
-- when: kept = ^ program_count, @of_cells
-- What each jurisdiction has of the measure asked for. What is kept tells of all programs or one, and of all years or one; a
-- program in a year is one cell; what several programs have is added up. link: what tells the jurisdiction, its place or its key.
-- Nothing is kept of days after the edition's date, so that on it what has not ended holds. A column has one type in all of them:
-- else SQLite makes the union in jurisdiction_amounts whole before it puts it in order.
kept AS NOT MATERIALIZED (
    SELECT m.place AS link, CAST(iif(m.is_counted, m.amount_usd, NULL) AS INTEGER) AS counted_usd, m.amount_usd, m.flag_reason, m.until_on,
           m.source_list, m.per_resident_usd, (SELECT l.sources FROM source_list l WHERE l.id = m.source_list) AS sources
    FROM jurisdiction_money m
    WHERE m.line [[^ program_count: = ]] [[? program_count: IN ]] (SELECT line FROM asked_line)
      [[^ past: AND m.until_on = '9999-12-31' ]] [[? past: AND m.from_on <= :as_of AND m.until_on > :as_of ]]
),
cell AS NOT MATERIALIZED (
    SELECT jurisdiction_key AS link, counted_usd, amount_usd, flag_reason, source_list, CAST(NULL AS INTEGER) AS per_resident_usd, sources
    FROM money
    WHERE measure = :measure
      [[ AND program_key IN (:program*) ]]
      [[ AND +fiscal_year = :fy ]]
),
-- Each amount of those that are added up. Where the sums are from is looked up for those that are shown only.
asked_parts AS NOT MATERIALIZED (SELECT * FROM [[^ fy: kept ]] [[? fy: cell ]]),
added AS MATERIALIZED (
    SELECT link, CAST(sum(counted_usd) AS INTEGER) AS counted_usd,
           CAST(ifnull(sum(counted_usd), sum(amount_usd)) AS INTEGER) AS amount_usd,
           CAST(iif(count(counted_usd), NULL, max(flag_reason)) AS TEXT) AS flag_reason, CAST(NULL AS INTEGER) AS source_list,
           CAST(NULL AS INTEGER) AS per_resident_usd
    FROM asked_parts
    GROUP BY +link
),
asked_money AS NOT MATERIALIZED (
    SELECT * FROM [[? @kept: kept ]] [[^ program_count ? @of_cells: cell ]] [[? program_count: added ]]
)
