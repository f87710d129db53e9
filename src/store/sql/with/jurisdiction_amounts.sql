-- with: jurisdiction_found, money
-- Those found with their money, where a measure is asked for. What is kept tells of all programs or one, and of all years or one; a
-- program in a year is one cell; several programs are added up.
asked_line AS NOT MATERIALIZED (
    SELECT line
    FROM money_line
    WHERE measure = :measure
      [[^ program: AND program_key = '' ]] [[ AND program_key IN (:program*) ]]
      [[^ fy: AND fiscal_year = 0 ]] [[ AND fiscal_year = :fy ]]
),
-- Nothing is kept of days after the edition's date, so that on it what has not ended holds.
kept AS NOT MATERIALIZED (
    SELECT m.place, m.from_on, m.counted_usd, m.amount_usd, m.flag_reason,
           (SELECT l.sources FROM source_list l WHERE l.id = m.source_list) AS sources
    FROM jurisdiction_money m
    WHERE m.line = (SELECT line FROM asked_line)
      [[^ past: AND m.until_on = '9999-12-31' ]] [[? past: AND m.from_on <= :as_of AND m.until_on > :as_of ]]
),
added AS MATERIALIZED (
    SELECT jurisdiction_key, CAST(sum(counted_usd) AS INTEGER) AS counted_usd,
           CAST(ifnull(sum(counted_usd), sum(uncounted_usd)) AS INTEGER) AS amount_usd, max(flag_reason) AS flag_reason,
           group_concat(sources, ' ') AS sources
    FROM money
    WHERE measure = :measure
      [[ AND program_key IN (:program*) ]]
      [[ AND fiscal_year = :fy ]]
    GROUP BY jurisdiction_key
),
-- link: what tells the jurisdiction, its place or its key.
asked_money AS NOT MATERIALIZED (
    [[^ program | ^ fy, program_count: SELECT place AS link, from_on, counted_usd, amount_usd, flag_reason, sources FROM kept ]]
    [[^ program_count ? program ? fy: SELECT jurisdiction_key AS link, counted_usd, amount_usd, flag_reason, sources
    FROM money
    WHERE measure = :measure AND program_key IN (:program*) AND fiscal_year = :fy ]]
    [[? program_count: SELECT jurisdiction_key AS link, counted_usd, amount_usd, flag_reason, sources FROM added ]]
),
known_money AS NOT MATERIALIZED (
    [[^ program | ^ fy, program_count: SELECT m.place AS link
    FROM jurisdiction_money m
    WHERE m.line = (SELECT line FROM asked_line) AND m.from_on <= :as_of ]]
    [[? program_count | ? program ? fy: SELECT link FROM asked_money ]]
),
linked AS NOT MATERIALIZED (
    SELECT j.*, [[^ program | ^ fy, program_count: j.place ]] [[? program_count | ? program ? fy: j.key ]] AS link
    FROM jurisdiction_found j
),
jurisdiction_amounts AS NOT MATERIALIZED (
    [[^ measure: SELECT j.*, NULL AS counted_usd, NULL AS amount_usd, NULL AS flag_reason, NULL AS money_sources FROM linked j ]]
    [[? measure: SELECT j.*, a.counted_usd, a.amount_usd, a.flag_reason, a.sources AS money_sources
    FROM linked j
    LEFT JOIN asked_money a ON a.link = j.link ]]
                           [[^ program ? measure | ^ fy, program_count ? measure:
                           AND a.from_on = (SELECT max(x.from_on) FROM jurisdiction_money x
                                            WHERE x.place = j.place AND x.line = (SELECT line FROM asked_line)
                                              AND x.from_on <= :as_of) ]]
    [[^ match, j, demand, case, requirement, authority, position, state ? measure:
    WHERE NOT instr(':sort!', '-amount_usd')
    UNION ALL
    SELECT j.*, a.counted_usd, a.amount_usd, a.flag_reason, a.sources
    FROM asked_money a
    CROSS JOIN linked j ON j.link = a.link
    WHERE instr(':sort!', '-amount_usd')
    UNION ALL
    SELECT j.*, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), CAST(NULL AS TEXT), CAST(NULL AS TEXT)
    FROM jurisdiction_row one
    CROSS JOIN linked j
    WHERE instr(':sort!', '-amount_usd') AND one.place = 1 AND NOT EXISTS (SELECT 1 FROM known_money a WHERE a.link = j.link) ]]
)
