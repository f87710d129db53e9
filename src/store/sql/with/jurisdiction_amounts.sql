-- with: jurisdiction_found, asked_money
-- Those found with their money, where a measure is asked for. Of past days the stretch that holds is found by its end, the first
-- after the day: what is kept would be read stretch by stretch.
linked AS NOT MATERIALIZED (
    SELECT j.*, [[^ program | ^ fy: j.place ]] [[? program ? fy: j.key ]] AS link
    FROM jurisdiction_found j
),
-- The first of those with an amount of that size. If that is all, they are looked up; if there are more, the order asked for soon
-- meets enough of them.
some_sized AS MATERIALIZED (SELECT DISTINCT link FROM sized LIMIT 2000),
-- Whether the order asked for is that of an index of money, or that of the amounts of a few cells.
by_money AS NOT MATERIALIZED (
    SELECT instr(':sort!', 'amount_usd')
           [[^ past, kind, @sized | ? program ? fy | ? program_count: OR instr(':sort!', 'per_resident_usd') ]]
           [[^ past, kind, program ? @sized | ^ past, kind, fy, program_count ? @sized:
           OR instr(':sort!', 'per_resident_usd') AND (SELECT count(*) FROM some_sized) = 2000 ]] AS is_so
),
-- Whether it is: a row or none, so that what is not asked is not read.
ranked AS NOT MATERIALIZED (SELECT key FROM others WHERE (SELECT is_so FROM by_money)),
unranked AS NOT MATERIALIZED (SELECT key FROM named_jurisdiction WHERE key = '' AND NOT (SELECT is_so FROM by_money)),
many_sized AS NOT MATERIALIZED (
    SELECT key FROM named_jurisdiction WHERE key = '' AND (SELECT count(*) FROM some_sized) = 2000
),
-- Where it is by positions that they are found: those that a named_jurisdiction stands for are looked up by it; of the others there
-- are none or many. In the order of amounts those that nothing names are met below.
placed AS NOT MATERIALIZED (
    SELECT j.*
    FROM [[^ @few, state ? measure: unranked CROSS JOIN ]] [[^ @few ? @held: others o CROSS JOIN ]]
         [[^ @few, @held, program ? @sized | ^ @few, @held, fy, program_count ? @sized: many_sized CROSS JOIN ]] linked j
    WHERE 1 = 1 [[^ @few ? @held: AND +j.named_as = o.key ]]
    [[^ @few ? @held: UNION ALL
    SELECT j.*
    FROM (SELECT DISTINCT jurisdiction_key FROM held_of WHERE jurisdiction_key <> '') h
    CROSS JOIN linked j ON j.named_as = h.jurisdiction_key AND j.named_as <> '' ]]
    [[^ @few, @held, program ? @sized | ^ @few, @held, fy, program_count ? @sized: UNION ALL
    SELECT j.*
    FROM some_sized s
    CROSS JOIN linked j ON j.place = s.link
    WHERE (SELECT count(*) FROM some_sized) < 2000 ]]
      [[^ @few, @held, state, program ? @sized ? measure | ^ @few, @held, state, fy, program_count ? @sized ? measure:
      AND NOT (SELECT is_so FROM by_money) ]]
),
-- Where the order begins with the smallest amounts, the largest are read backwards until there is a page of those found, and what is larger
-- than these is left out.
smallest AS NOT MATERIALIZED (
    SELECT min(less_usd) AS less_usd
    FROM (SELECT ifnull(-a.amount_usd, 9223372036854775807) AS less_usd
          FROM others o
          CROSS JOIN asked_money a
          CROSS JOIN linked j ON j.link = a.link
          WHERE instr(':sort!', '(amount_usd') [[? @held: AND +j.named_as = o.key ]]
            [[ AND ifnull(-a.amount_usd, 9223372036854775807) <= -:min ]]
            [[ AND ifnull(-a.amount_usd, 9223372036854775807) >= -:max ]]
            [[ AND ifnull(-a.amount_usd, 9223372036854775807) <= -:after_value ]]
            [[ AND (a.amount_usd, j.place) > (:after_value, ifnull((SELECT place FROM jurisdiction_row WHERE key = :after_key), 0)) ]]
          ORDER BY less_usd DESC
          LIMIT ifnull(:limit, -1))
),
jurisdiction_amounts AS NOT MATERIALIZED (
    SELECT j.*
           [[^ measure:, NULL AS counted_usd, NULL AS amount_usd, NULL AS flag_reason, NULL AS source_list, NULL AS per_resident_usd ]]
           [[? measure:, a.counted_usd, a.amount_usd, a.flag_reason, a.source_list ]]
           [[^ program ? measure | ^ fy, program_count ? measure:, a.per_resident_usd ]]
           [[? measure ? program ? fy | ? measure ? program_count:,
           CAST(round(a.amount_usd * 1.0 / nullif(j.population_2020, 0)) AS INTEGER) AS per_resident_usd ]]
    FROM placed j
    [[? measure: LEFT JOIN asked_money a ON a.link = j.link ]]
                           [[^ program ? measure ? past | ^ fy, program_count ? measure ? past:
                           AND a.until_on = (SELECT min(x.until_on) FROM jurisdiction_money x
                                             WHERE x.place = j.place AND x.line = (SELECT line FROM asked_line)
                                               AND x.until_on > :as_of) ]]
    [[^ @few, state ? measure:
    UNION ALL
    SELECT j.*, a.counted_usd, a.amount_usd, a.flag_reason, a.source_list ]]
           [[^ @few, state, program ? measure | ^ @few, state, fy, program_count ? measure:, a.per_resident_usd ]]
           [[^ @few, state ? measure ? program ? fy | ^ @few, state ? measure ? program_count:,
           CAST(round(a.amount_usd * 1.0 / nullif(j.population_2020, 0)) AS INTEGER) ]]
    [[^ @few, state ? measure:
    FROM ranked o
    CROSS JOIN asked_money a
    CROSS JOIN linked j ON j.link = a.link
    WHERE 1 = 1 ]] [[^ @few, state ? @held ? measure: AND +j.named_as = o.key ]]
      [[^ @few, state, past ? measure ? min: AND +a.amount_usd >= :min ]]
      [[^ @few, state, past ? measure ? max: AND +a.amount_usd <= :max ]]
      [[^ @few, state ? past ? measure ? min: AND ifnull(-a.amount_usd, 9223372036854775807) <= -:min ]]
      [[^ @few, state ? past ? measure ? max: AND ifnull(-a.amount_usd, 9223372036854775807) >= -:max ]]
      [[^ @few, state, past, program ? measure ? limit | ^ @few, state, past, fy, program_count ? measure ? limit:
      AND -a.amount_usd >= iif(instr(':sort!', '(amount_usd'), (SELECT less_usd FROM smallest), -9223372036854775808) ]]
      [[^ @few, state, program ? past ? measure ? limit | ^ @few, state, fy, program_count ? past ? measure ? limit:
      AND ifnull(-a.amount_usd, 9223372036854775807)
          >= iif(instr(':sort!', '(amount_usd'), (SELECT less_usd FROM smallest), ifnull(:after_value, -9223372036854775808)) ]]
    [[^ @few, @sized, state ? measure:
    UNION ALL
    SELECT j.*, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), CAST(NULL AS TEXT), CAST(NULL AS INTEGER), CAST(NULL AS INTEGER)
    FROM ranked o
    CROSS JOIN linked j
    WHERE 1 = 1 ]] [[^ @few, @sized, state ? @held ? measure: AND +j.named_as = o.key ]]
    [[^ @few, @sized, state, program_count ? measure:
          AND NOT EXISTS (SELECT 1 FROM asked_money a WHERE a.link = j.link) ]]
    [[^ @few, @sized, state ? program_count ? measure:
          AND j.link NOT IN (SELECT link FROM asked_money) ]]
)
