-- with: jurisdiction_found, asked_money
-- when: looked_up = ^ @few, @held ? @kept ? @sized | ^ @few, @held, fy ? @sized ? measure
-- when: of_amounts = ? sort=-amount, sort=amount
-- when: of_money = ? @of_amounts, sort=-per-resident
-- when: in_order = ^ @few, state ? measure
-- Those found with their money, where a measure is asked for. Of past days the stretch that holds is found by its end, the first
-- after the day: what is kept would be read stretch by stretch.
linked AS NOT MATERIALIZED (
    SELECT j.*, [[^ @of_cells: j.place ]] [[? @of_cells: j.key ]] AS link
    FROM jurisdiction_found j
),
-- The first of those with an amount of that size. If that is all, they are looked up; if there are more, the order asked for soon
-- meets enough of them.
some_sized AS MATERIALIZED (SELECT DISTINCT link FROM sized LIMIT 2000),
-- Whether the order asked for is that of an index of money, or that of the amounts of a few cells, in which those found are soon met:
-- not where they are of rare kinds, nor per resident where few have an amount of that size. A row or none, as below, so that what is
-- not asked is not read.
by_money AS NOT MATERIALIZED (
    SELECT key FROM named_jurisdiction
    WHERE key = '' [[^ @of_money: AND 0 ]]
      [[? kind: AND ifnull((SELECT sum(row_count) FROM asked_groups), 0) > 2000 ]]
      [[? @kept ? @sized ? sort=-per-resident:
      AND (SELECT count(*) FROM some_sized) = 2000 ]]
),
-- What is in the order of amounts is read by them (by_amount), and so are those of at most a size on past days: per resident they come late.
ranked AS NOT MATERIALIZED (SELECT key FROM others WHERE EXISTS (SELECT 1 FROM by_money)),
by_resident AS NOT MATERIALIZED (SELECT key FROM ranked WHERE 1 = 1 [[? @of_amounts | ? past ? max: AND 0 ]]),
by_amount AS NOT MATERIALIZED (SELECT key FROM ranked WHERE 1 = 1 [[^ @of_amounts, past | ^ @of_amounts, max: AND 0 ]]),
unranked AS NOT MATERIALIZED (SELECT key FROM named_jurisdiction WHERE key = '' AND NOT EXISTS (SELECT 1 FROM by_money)),
-- Whether those with an amount of that size are many, or few. They are read only where they are not in the order asked for: SQLite would
-- make what stands after FROM, and look at conditions of no table, before all else.
many_sized AS NOT MATERIALIZED (
    SELECT key FROM named_jurisdiction
    WHERE key = '' [[? @in_order: AND NOT EXISTS (SELECT 1 FROM by_money) ]] AND (SELECT count(*) FROM some_sized) = 2000
),
few_sized AS NOT MATERIALIZED (
    SELECT key FROM named_jurisdiction
    WHERE key = '' [[? @in_order: AND NOT EXISTS (SELECT 1 FROM by_money) ]] AND (SELECT count(*) FROM some_sized) < 2000
),
-- Where it is by positions that they are found: those that a named_jurisdiction stands for are looked up by it; of the others there
-- are none or many. In the order of amounts those that nothing names are met below.
placed AS NOT MATERIALIZED (
    SELECT j.*
    FROM [[? @in_order: unranked CROSS JOIN ]] [[^ @few ? @held: others o CROSS JOIN ]]
         [[? @looked_up: many_sized CROSS JOIN ]] linked j
    WHERE 1 = 1 [[^ @few ? @held: AND +j.named_as = o.key ]]
    [[^ @few ? @held: UNION ALL
    SELECT j.*
    FROM (SELECT DISTINCT jurisdiction_key FROM held_of WHERE jurisdiction_key <> '') h
    CROSS JOIN linked j ON j.named_as = h.jurisdiction_key AND j.named_as <> '' ]]
    [[? @looked_up: UNION ALL
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
          WHERE 1 = 1 [[^ sort=amount: AND 0 ]] [[? @held: AND +j.named_as = o.key ]]
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
           [[? @kept ? measure:, a.per_resident_usd ]]
           [[^ @kept ? measure:,
           CAST(round(a.amount_usd * 1.0 / nullif(j.population_2020, 0)) AS INTEGER) AS per_resident_usd ]]
    FROM placed j
    [[? measure: LEFT JOIN asked_money a ON a.link = j.link ]]
                           [[? @kept ? measure ? past:
                           AND a.until_on = (SELECT min(x.until_on) FROM jurisdiction_money x
                                             WHERE x.place = j.place AND x.line = (SELECT line FROM asked_line)
                                               AND x.until_on > :as_of) ]]
    [[? @in_order:
    UNION ALL
    SELECT j.*, a.counted_usd, a.amount_usd, a.flag_reason, a.source_list ]]
           [[? @in_order ? @kept:, a.per_resident_usd ]]
           [[^ @kept ? @in_order:,
           CAST(round(a.amount_usd * 1.0 / nullif(j.population_2020, 0)) AS INTEGER) ]]
    [[? @in_order:
    FROM by_resident o
    CROSS JOIN asked_money a
    CROSS JOIN linked j ON j.link = a.link
    WHERE 1 = 1 ]] [[? @in_order ? @held: AND +j.named_as = o.key ]]
      [[? @in_order ? min: AND +a.amount_usd >= :min ]]
      [[? @in_order ? max: AND +a.amount_usd <= :max ]]
      [[? @in_order ? @kept ? past:
      AND a.link > 0 AND ifnull(-a.per_resident_usd, 9223372036854775807) >= -9223372036854775808 ]]
    [[? @in_order:
    UNION ALL
    SELECT j.*, a.counted_usd, a.amount_usd, a.flag_reason, a.source_list,
           CAST(round(a.amount_usd * 1.0 / nullif(j.population_2020, 0)) AS INTEGER)
    FROM by_amount o
    CROSS JOIN asked_money a
    CROSS JOIN linked j ON j.link = a.link
    WHERE 1 = 1 ]] [[? @in_order ? @held: AND +j.named_as = o.key ]]
      [[? @in_order ? min: AND ifnull(-a.amount_usd, 9223372036854775807) <= -:min ]]
      [[? @in_order ? max: AND ifnull(-a.amount_usd, 9223372036854775807) >= -:max ]]
      [[^ sort=amount ? @in_order ? @kept ? limit:
      AND ifnull(-a.amount_usd, 9223372036854775807) >= -9223372036854775808 ]]
      [[? @in_order ? @kept ? limit ? sort=amount:
      AND ifnull(-a.amount_usd, 9223372036854775807) >= (SELECT less_usd FROM smallest) ]]
    [[^ @sized ? @in_order:
    UNION ALL
    SELECT j.*, CAST(NULL AS INTEGER), CAST(NULL AS INTEGER), CAST(NULL AS TEXT), CAST(NULL AS INTEGER), CAST(NULL AS INTEGER)
    FROM ranked o
    CROSS JOIN linked j
    WHERE 1 = 1 ]] [[^ @sized ? @in_order ? @held: AND +j.named_as = o.key ]]
    [[^ @sized, program_count ? @in_order:
          AND NOT EXISTS (SELECT 1 FROM asked_money a WHERE a.link = j.link) ]]
    [[^ @sized ? @in_order ? program_count:
          AND j.link NOT IN (SELECT link FROM asked_money) ]]
)
