-- with: jurisdiction_found, asked_money
-- set: looked_up = ^ @few, @held, program ? @sized | ^ @few, @held, fy, program_count ? @sized | ^ @few, @held, fy ? @sized ? measure
-- Those found with their money, where a measure is asked for. Of past days the stretch that holds is found by its end, the first
-- after the day: what is kept would be read stretch by stretch.
linked AS NOT MATERIALIZED (
    SELECT j.*, [[^ program | ^ fy: j.place ]] [[? program ? fy: j.key ]] AS link
    FROM jurisdiction_found j
),
-- The first of those with an amount of that size. If that is all, they are looked up; if there are more, the order asked for soon
-- meets enough of them.
some_sized AS MATERIALIZED (SELECT DISTINCT link FROM sized LIMIT 2000),
-- Whether the order asked for is that of an index of money, or that of the amounts of a few cells, in which those found are soon met:
-- not where they are of rare kinds, nor per resident where few have an amount of that size.
by_money AS NOT MATERIALIZED (
    SELECT CASE WHEN instr(':sort!', 'amount_usd') = 0 AND instr(':sort!', 'per_resident_usd') = 0 THEN 0
                [[? kind: WHEN (SELECT sum(row_count) FROM asked_groups) <= 2000 THEN 0 ]]
                [[^ program ? @sized | ^ fy, program_count ? @sized:
                WHEN instr(':sort!', 'per_resident_usd') THEN (SELECT count(*) FROM some_sized) = 2000 ]]
                ELSE 1 END AS is_so
),
-- Whether it is: a row or none, so that what is not asked is not read. What is in the order of amounts is read by them (by_amount), and
-- so are those of at most a size on past days: per resident they come late.
ranked AS NOT MATERIALIZED (SELECT key FROM others WHERE (SELECT is_so FROM by_money)),
by_resident AS NOT MATERIALIZED (SELECT key FROM ranked WHERE NOT instr(':sort!', 'amount_usd') [[? past ? max: AND 0 ]]),
by_amount AS NOT MATERIALIZED (SELECT key FROM ranked WHERE instr(':sort!', 'amount_usd') [[? past ? max: OR 1 ]]),
unranked AS NOT MATERIALIZED (SELECT key FROM named_jurisdiction WHERE key = '' AND NOT (SELECT is_so FROM by_money)),
-- Whether those with an amount of that size are many, or few: a row or none. They are read only where they are not in the order
-- asked for: SQLite would make what stands after FROM, and look at conditions of no table, before all else.
many_sized AS NOT MATERIALIZED (
    SELECT key FROM named_jurisdiction
    WHERE key = '' AND [[^ @few, state ? measure: CASE WHEN (SELECT is_so FROM by_money) THEN 0 ELSE ]]
                       (SELECT count(*) FROM some_sized) = 2000 [[^ @few, state ? measure: END ]]
),
few_sized AS NOT MATERIALIZED (
    SELECT key FROM named_jurisdiction
    WHERE key = '' AND [[^ @few, state ? measure: CASE WHEN (SELECT is_so FROM by_money) THEN 0 ELSE ]]
                       (SELECT count(*) FROM some_sized) < 2000 [[^ @few, state ? measure: END ]]
),
-- Where it is by positions that they are found: those that a named_jurisdiction stands for are looked up by it; of the others there
-- are none or many. In the order of amounts those that nothing names are met below.
placed AS NOT MATERIALIZED (
    SELECT j.*
    FROM [[^ @few, state ? measure: unranked CROSS JOIN ]] [[^ @few ? @held: others o CROSS JOIN ]]
         [[@looked_up: many_sized CROSS JOIN ]] linked j
    WHERE 1 = 1 [[^ @few ? @held: AND +j.named_as = o.key ]]
    [[^ @few ? @held: UNION ALL
    SELECT j.*
    FROM (SELECT DISTINCT jurisdiction_key FROM held_of WHERE jurisdiction_key <> '') h
    CROSS JOIN linked j ON j.named_as = h.jurisdiction_key AND j.named_as <> '' ]]
    [[@looked_up: UNION ALL
    SELECT j.*
    FROM few_sized
    CROSS JOIN linked j ON j.place IN (SELECT link FROM some_sized) ]]
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
    FROM by_resident o
    CROSS JOIN asked_money a
    CROSS JOIN linked j ON j.link = a.link
    WHERE 1 = 1 ]] [[^ @few, state ? @held ? measure: AND +j.named_as = o.key ]]
      [[^ @few, state ? measure ? min: AND +a.amount_usd >= :min ]]
      [[^ @few, state ? measure ? max: AND +a.amount_usd <= :max ]]
      [[^ @few, state, program ? measure ? past | ^ @few, state, fy, program_count ? measure ? past:
      AND a.link > 0 AND ifnull(-a.per_resident_usd, 9223372036854775807) >= -9223372036854775808 ]]
    [[^ @few, state ? measure:
    UNION ALL
    SELECT j.*, a.counted_usd, a.amount_usd, a.flag_reason, a.source_list,
           CAST(round(a.amount_usd * 1.0 / nullif(j.population_2020, 0)) AS INTEGER)
    FROM by_amount o
    CROSS JOIN asked_money a
    CROSS JOIN linked j ON j.link = a.link
    WHERE 1 = 1 ]] [[^ @few, state ? @held ? measure: AND +j.named_as = o.key ]]
      [[^ @few, state ? measure ? min: AND ifnull(-a.amount_usd, 9223372036854775807) <= -:min ]]
      [[^ @few, state ? measure ? max: AND ifnull(-a.amount_usd, 9223372036854775807) >= -:max ]]
      [[^ @few, state, program ? measure ? limit | ^ @few, state, fy, program_count ? measure ? limit:
      AND ifnull(-a.amount_usd, 9223372036854775807)
          >= iif(instr(':sort!', '(amount_usd'), (SELECT less_usd FROM smallest), -9223372036854775808) ]]
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
